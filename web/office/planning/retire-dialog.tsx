import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { useRetiring, type Retired } from './retiring.ts'

/** Asks whether a site or a schedule is archived or deleted; the server says why where it cannot be. */
export function RetireDialog(props: { what: Retired; onClose: (told?: string) => void }) {
  const { what, onClose } = props
  const { t } = useTranslation()
  const retiring = useRetiring(what.kind)
  const retire = (act: 'archive' | 'delete') => {
    if (retiring.isPending) return
    const told = t(act === 'archive' ? 'retire.archived' : 'retire.deleted', { name: what.name })
    retiring.mutate({ id: what.id, act }, { onSuccess: () => onClose(told) })
  }
  return (
    <Dialog title={t('retire.title', { name: what.name })} onClose={() => onClose()}>
      <Stack>
        <Text>{t('retire.text')}</Text>
        {retiring.error !== null && <FailureNotice failure={failureOf(retiring.error)} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => onClose()}>
            {t('act.cancel')}
          </Button>
          <Button color="red.9" aria-disabled={retiring.isPending} onClick={() => retire('delete')}>
            {t('retire.delete')}
          </Button>
          <Button aria-disabled={retiring.isPending} onClick={() => retire('archive')}>
            {t('retire.archive')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
