import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../confirm-dialog.tsx'
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
    <ConfirmDialog
      title={t('leave.removeTitle')}
      text={t('leave.removeText', { name: employee.name, days: leaveText(leave) })}
      act={t('leave.remove')}
      doing={removing}
      onConfirm={() =>
        removing.mutate(leave.id, { onSuccess: () => props.onClose(t('leave.removed')) })
      }
      onClose={() => props.onClose()}
    />
  )
}
