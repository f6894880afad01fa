import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useNewBadge } from './queries.ts'
import { saveFile } from './save-file.ts'

/** Asks, and then saves the sheet with the new badge of an employee; `onClose` is given what to tell. */
export function BadgeDialog(props: { employee: Employee; onClose: (told?: string) => void }) {
  const { employee, onClose } = props
  const { t } = useTranslation()
  const { name } = employee
  const making = useNewBadge()
  return (
    <ConfirmDialog
      title={t('credentials.badgeTitle', { name })}
      text={t('credentials.badgeText')}
      act={t('credentials.badgeMake')}
      doing={making}
      onConfirm={() =>
        making.mutate(employee.id, {
          onSuccess(sheet) {
            saveFile(sheet, `${t('credentials.badgeFile')}.pdf`)
            onClose(t('credentials.badgeDone', { name }))
          },
        })
      }
      onClose={() => onClose()}
    />
  )
}
