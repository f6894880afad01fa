import { useTranslation } from 'react-i18next'
import type { CorrectedValue, Correction } from '../../shared/contract.ts'
import { useHours } from './hour-texts.ts'

/** Gives what a correction asks for in one sentence, with times on the clocks of a zone. */
export function useCorrectionText(): (correction: Correction, zone: string) => string {
  const { t } = useTranslation()
  const { momentIn } = useHours()
  return ({ action, was, becomes }, zone) => {
    const value = (it: CorrectedValue | null) =>
      it === null ? '' : `${t(`records.kinds.${it.kind}`)} ${momentIn(it.at, zone)}`
    switch (action) {
      case 'add':
        return t('corrections.added', { becomes: value(becomes) })
      case 'void':
        return t('corrections.voided', { was: value(was) })
      case 'change':
        return t('corrections.changed', { was: value(was), becomes: value(becomes) })
    }
  }
}
