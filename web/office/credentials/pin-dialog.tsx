import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import styles from '../access/narrow-card.module.css'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Dialog } from '../dialog.tsx'
import { useNewPin } from './queries.ts'

/** Asks, and then shows the new PIN of an employee, this once. */
export function PinDialog({ employee, onClose }: { employee: Employee; onClose: () => void }) {
  const { t } = useTranslation()
  const { name } = employee
  const making = useNewPin()
  if (making.data === undefined) {
    return (
      <ConfirmDialog
        title={t('credentials.pinTitle', { name })}
        text={t('credentials.pinText')}
        act={t('credentials.pinMake')}
        doing={making}
        onConfirm={() => making.mutate(employee.id)}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog title={t('credentials.pinShown', { name })} onClose={onClose}>
      <Stack>
        <Text role="status">{t('credentials.pinShownText')}</Text>
        <code className={styles.command} dir="ltr">
          {making.data.pin}
        </code>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('act.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
