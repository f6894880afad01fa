import { Chip, Input } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Weekday } from '../../shared/contract.ts'
import styles from './planning.module.css'
import { weekdays } from './schedule-draft.ts'

/** Which days of the week. */
export function DayChips(props: { days: readonly Weekday[]; onDays: (days: Weekday[]) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label component="div" id={id}>
        {t('schedules.days')}
      </Input.Label>
      <Chip.Group
        multiple
        value={[...props.days]}
        onChange={(days) => props.onDays(weekdays.filter((day) => days.includes(day)))}
      >
        <div className={styles.days}>
          {weekdays.map((day) => (
            <Chip key={day} value={day} variant="outline">
              {t(`schedules.weekdays.${day}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </div>
  )
}
