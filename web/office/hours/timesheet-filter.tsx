import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmployeeChoice } from '../employee-choice.tsx'
import { useSites } from '../planning/queries.ts'
import type { Span } from './month.ts'
import { SpanChoice } from './span-choice.tsx'
import styles from './timesheets-page.module.css'

export type TimesheetChoice = {
  readonly span: Span
  readonly view: 'hours' | 'check'
  /** A day in the span; without it, today. */
  readonly day?: string | undefined
  readonly site?: string | undefined
  readonly employee?: string | undefined
}

/** Which hours to show: when, where, whose, and whether only what should be looked at. */
export function TimesheetFilter(props: {
  day: string
  choice: TimesheetChoice
  onChoice: (change: Partial<TimesheetChoice>) => void
}) {
  const { day, choice, onChoice } = props
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  return (
    <div className={styles.filter}>
      <SegmentedControl
        aria-label={t('sheets.span')}
        value={choice.span}
        data={[
          { value: 'month', label: t('sheets.month') },
          { value: 'week', label: t('sheets.week') },
        ]}
        onChange={(span) => onChoice({ span })}
      />
      <SpanChoice day={day} span={choice.span} onDay={(next) => onChoice({ day: next })} />
      <SegmentedControl
        aria-label={t('sheets.view')}
        value={choice.view}
        data={[
          { value: 'hours', label: t('sheets.hours') },
          { value: 'check', label: t('sheets.check') },
        ]}
        onChange={(view) => onChoice({ view })}
      />
      <div className={styles.break} />
      {sites.length > 1 && (
        <NativeSelect
          className={styles.where}
          label={t('sheets.site')}
          value={choice.site ?? ''}
          onChange={({ currentTarget: { value } }) => onChoice({ site: value || undefined })}
          data={[
            { value: '', label: t('sheets.everySite') },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <div className={styles.who}>
        <EmployeeChoice
          employee={choice.employee}
          onEmployee={(employee) => onChoice({ employee })}
        />
      </div>
    </div>
  )
}
