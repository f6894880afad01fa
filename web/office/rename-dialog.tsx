import { useTranslation } from 'react-i18next'
import type { Employee } from '../shared/contract.ts'
import { NameDialog } from './name-dialog.tsx'
import { useRenaming } from './queries.ts'

/** Asks for a new name; `onClose` is given what to tell when it was changed. */
export function RenameDialog(props: { employee: Employee; onClose: (told?: string) => void }) {
  const { employee, onClose } = props
  const { t } = useTranslation()
  const renaming = useRenaming()
  return (
    <NameDialog
      title={t('employees.renameTitle', { name: employee.name })}
      label={t('employees.newName')}
      name={employee.name}
      doing={renaming}
      onName={(name) =>
        renaming.mutate(
          { id: employee.id, name },
          { onSuccess: (renamed) => onClose(t('employees.renamed', { name: renamed.name })) },
        )
      }
      onClose={() => onClose()}
    />
  )
}
