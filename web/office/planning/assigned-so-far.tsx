import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import { useHours } from '../hours/hour-texts.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import styles from './planning.module.css'
import { useAssignments, useSchedules, useSites } from './queries.ts'
import { WithdrawButton } from './withdraw-button.tsx'

/** Where the chosen employees belong so far, one line for each assignment. */
export function AssignedSoFar({ employees }: { employees: readonly Employee[] }) {
  const { t } = useTranslation()
  const { date } = useHours()
  const { data: sites = [] } = useSites()
  const { data: schedules = [] } = useSchedules()
  const answers = useAssignments(employees.map(({ id }) => id))
  const today = dayAt(Date.now(), browserTimeZone())
  const lines = employees.flatMap(({ id: employee, name }, i) => {
    const assignments = answers[i]?.data
    if (assignments === undefined) return []
    if (assignments.length === 0) return [{ text: t('assign.never', { name }), employee, from: '' }]
    return assignments.map(({ from, siteId, scheduleId }) => {
      const text = t('assign.line', {
        name,
        site: sites.find(({ id }) => id === siteId)?.name ?? '',
        schedule: schedules.find(({ id }) => id === scheduleId)?.name ?? t('assign.noSchedule'),
        day: date(from),
      })
      return { text, employee, from }
    })
  })
  return (
    <div>
      <Text size="sm" fw={550}>
        {t('assign.soFar')}
      </Text>
      <ul className={styles.lines}>
        {lines.map(({ text, employee, from }) => (
          <li key={text} dir="auto">
            {text}{' '}
            {from > today && (
              <WithdrawButton
                kind="assignments"
                id={employee}
                from={from}
                label={t('retire.withdrawThis', { what: text })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
