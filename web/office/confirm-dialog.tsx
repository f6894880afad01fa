import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Dialog } from './dialog.tsx'

/** Asks before something is taken away; the focus is on the way back. */
export function ConfirmDialog(props: {
  title: string
  text: string
  act: string
  doing: { isPending: boolean; error: Error | null }
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { isPending, error } = props.doing
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Stack>
        <Text>{props.text}</Text>
        {error !== null && <FailureNotice failure={failureOf(error)} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            {t('act.cancel')}
          </Button>
          <Button
            color="red.9"
            aria-disabled={isPending}
            onClick={() => {
              if (!isPending) props.onConfirm()
            }}
          >
            {props.act}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
