import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { useLeaveText } from './leave-text.ts'
import type { LeaveOf } from './leaves.ts'
import { useRemovingLeave } from './queries.ts'

/** Asks before a leave is taken back, as it changes hours of the past too. */
export function RemoveLeaveDialog(props: { leave: LeaveOf; onClose: (told?: string) => void }) {
  const { leave, employee } = props.leave
  const { t } = useTranslation()
  const leaveText = useLeaveText()
  const removing = useRemovingLeave()
  return (
    <Dialog title={t('leave.removeTitle')} onClose={() => props.onClose()}>
      <Stack>
        <Text>{t('leave.removeText', { name: employee.name, days: leaveText(leave) })}</Text>
        {removing.error !== null && <FailureNotice failure={failureOf(removing.error)} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => props.onClose()}>
            {t('act.cancel')}
          </Button>
          <Button
            color="red.9"
            aria-disabled={removing.isPending}
            onClick={() => {
              if (removing.isPending) return
              removing.mutate(leave.id, { onSuccess: () => props.onClose(t('leave.removed')) })
            }}
          >
            {t('leave.remove')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
