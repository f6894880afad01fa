import { Fieldset, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FlexibleHours } from '../../shared/contract.ts'
import { DayChips } from './day-chips.tsx'
import { HoursInput } from './hours-input.tsx'
import styles from './planning.module.css'

/** How many hours are due on a day or in a week, where no times are planned. */
export function FlexibleFields(props: {
  flexible: FlexibleHours
  onFlexible: (flexible: FlexibleHours) => void
}) {
  const { flexible, onFlexible } = props
  const { t } = useTranslation()
  return (
    <Fieldset legend={t('schedules.flexible')} className={styles.shift}>
      <div className={styles.row}>
        <HoursInput
          label={t('schedules.flexibleHours')}
          max={flexible.per === 'day' ? 24 : 168}
          minutes={flexible.minutes}
          onMinutes={(minutes) => onFlexible({ ...flexible, minutes: minutes ?? 0 })}
        />
        <NativeSelect
          label={t('schedules.flexiblePer')}
          value={flexible.per}
          onChange={({ currentTarget: { value } }) =>
            onFlexible({ ...flexible, per: value === 'week' ? 'week' : 'day' })
          }
          data={(['day', 'week'] as const).map((value) => ({
            value,
            label: t(`schedules.flexiblePers.${value}`),
          }))}
        />
      </div>
      <DayChips days={flexible.days ?? []} onDays={(days) => onFlexible({ ...flexible, days })} />
    </Fieldset>
  )
}
