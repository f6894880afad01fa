import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmployeeChoice } from './employee-choice.tsx'
import type { Period } from './period.ts'
import styles from './records-page.module.css'

/** Which records to show. Without a chosen period it is today, also tomorrow. */
export function RecordsFilter(props: {
  period: Period
  isToday: boolean
  onPeriod: (period: Period | undefined) => void
  employee: string | undefined
  onEmployee: (id: string | undefined) => void
}) {
  const { period, isToday, onPeriod, employee, onEmployee } = props
  const { t } = useTranslation()
  return (
    <div className={styles.filter}>
      <Button
        variant={isToday ? 'filled' : 'default'}
        aria-pressed={isToday}
        onClick={() => onPeriod(undefined)}
      >
        {t('records.today')}
      </Button>
      <TextInput
        type="date"
        label={t('records.from')}
        value={period.from}
        onChange={(event) => onPeriod({ ...period, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('records.to')}
        value={period.to}
        onChange={(event) => onPeriod({ ...period, to: event.currentTarget.value })}
      />
      <div className={styles.who}>
        <EmployeeChoice employee={employee} onEmployee={onEmployee} />
      </div>
    </div>
  )
}
