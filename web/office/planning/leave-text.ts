import { useTranslation } from 'react-i18next'
import type { Leave } from '../../shared/contract.ts'
import { useHours } from '../hours/hour-texts.ts'

/** Gives when a leave is: its days, and which part of each. */
export function useLeaveText(): (leave: Leave) => string {
  const { t } = useTranslation()
  const { date } = useHours()
  return ({ from, to, part, start, end }) => {
    const days = from === to ? date(from) : t('leave.span', { first: date(from), last: date(to) })
    switch (part) {
      case 'day':
        return days
      case 'hours':
        return `${days}, ${t('leave.span', { first: start ?? '', last: end ?? '' })}`
      case 'morning':
      case 'afternoon':
        return `${days}, ${t(`leave.parts.${part}`)}`
    }
  }
}
