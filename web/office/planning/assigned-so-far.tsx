import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import { useHours } from '../hours/hour-texts.ts'
import styles from './planning.module.css'
import { useAssignments, useSchedules, useSites } from './queries.ts'

/** Where the chosen employees belong so far, one line for each assignment. */
export function AssignedSoFar({ employees }: { employees: readonly Employee[] }) {
  const { t } = useTranslation()
  const { date } = useHours()
  const { data: sites = [] } = useSites()
  const { data: schedules = [] } = useSchedules()
  const answers = useAssignments(employees.map(({ id }) => id))
  const lines = employees.flatMap(({ name }, i) => {
    const assignments = answers[i]?.data
    if (assignments === undefined) return []
    if (assignments.length === 0) return [t('assign.never', { name })]
    return assignments.map(({ from, siteId, scheduleId }) =>
      t('assign.line', {
        name,
        site: sites.find(({ id }) => id === siteId)?.name ?? '',
        schedule: schedules.find(({ id }) => id === scheduleId)?.name ?? t('assign.noSchedule'),
        day: date(from),
      }),
    )
  })
  return (
    <div>
      <Text size="sm" fw={550}>
        {t('assign.soFar')}
      </Text>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
