import { ActionIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BackIcon, ForthIcon } from '../../shared/icons.tsx'
import { useHours } from './hour-texts.ts'
import { dayInSpanAfter, monthOf, type Span, spanAround } from './month.ts'
import styles from './timesheets-page.module.css'

/** Back and forth by months or weeks. */
export function SpanChoice(props: { day: string; span: Span; onDay: (day: string) => void }) {
  const { day, span, onDay } = props
  const { t } = useTranslation()
  const hours = useHours()
  const { from, to } = spanAround(day, span)
  return (
    <div className={styles.month}>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t(span === 'month' ? 'timesheets.previous' : 'sheets.previousWeek')}
        onClick={() => onDay(dayInSpanAfter(day, span, -1))}
      >
        <BackIcon />
      </ActionIcon>
      <span className={styles.monthName} role="status">
        {span === 'month'
          ? hours.month(monthOf(day))
          : t('sheets.weekOf', { first: hours.date(from), last: hours.date(to) })}
      </span>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t(span === 'month' ? 'timesheets.next' : 'sheets.nextWeek')}
        onClick={() => onDay(dayInSpanAfter(day, span, 1))}
      >
        <ForthIcon />
      </ActionIcon>
    </div>
  )
}
