import type { Kiosk } from '../../shared/contract.ts'
import { useTranslation } from 'react-i18next'
import { NameDialog } from '../name-dialog.tsx'
import { useRenamingKiosk } from './queries.ts'

/** Asks for a new name; `onClose` is given what to tell when it was changed. */
export function RenameKioskDialog(props: { kiosk: Kiosk; onClose: (told?: string) => void }) {
  const { kiosk, onClose } = props
  const { t } = useTranslation()
  const renaming = useRenamingKiosk()
  return (
    <NameDialog
      title={t('kiosks.renameOf', { name: kiosk.name })}
      label={t('kiosks.newName')}
      name={kiosk.name}
      doing={renaming}
      onName={(name) =>
        renaming.mutate(
          { id: kiosk.id, name },
          { onSuccess: (renamed) => onClose(t('kiosks.renamed', { name: renamed.name })) },
        )
      }
      onClose={() => onClose()}
    />
  )
}
