import { Button, Stack, Text } from '@mantine/core'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'

/** Asks once more before something is erased that nothing brings back. */
export function ErasingDialog(props: {
  title: string
  text: string
  error: Error | null
  isPending: boolean
  onErase: () => void
  onClose: () => void
}) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Stack gap="md">
        <Text>{props.text}</Text>
        {props.error && <FailureNotice failure={failureOf(props.error)} />}
        <Button color="red" loading={props.isPending} onClick={props.onErase}>
          {props.title}
        </Button>
      </Stack>
    </Dialog>
  )
}
