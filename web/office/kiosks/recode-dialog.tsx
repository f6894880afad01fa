import { useTranslation } from 'react-i18next'
import type { Kiosk } from '../../shared/contract.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { PairingCode } from './pairing-code.tsx'
import { useRecodingKiosk } from './queries.ts'

/** Asks, and then shows a code for another device in the place of the one that is paired. */
export function RecodeDialog({ kiosk, onClose }: { kiosk: Kiosk; onClose: () => void }) {
  const { t } = useTranslation()
  const recoding = useRecodingKiosk()
  if (recoding.data !== undefined) return <PairingCode coded={recoding.data} onClose={onClose} />
  return (
    <ConfirmDialog
      title={t('kiosks.recodeTitle', { name: kiosk.name })}
      text={t('kiosks.recodeText')}
      act={t('kiosks.recode')}
      doing={recoding}
      onConfirm={() => recoding.mutate(kiosk.id)}
      onClose={onClose}
    />
  )
}
