import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../shared/contract.ts'
import { BandFields } from './band-fields.tsx'
import { HoursInput } from './hours-input.tsx'

/** Eight hours: what most days have. */
const usualDay = 480

function without<Key extends keyof Rules>(rules: Rules, ...keys: Key[]): Omit<Rules, Key> {
  const others = { ...rules }
  for (const key of keys) delete (others as Partial<Rules>)[key]
  return others
}

/** When work is overtime: beyond one limit a day or a week, or by rates. The server takes one or the other. */
export function OvertimeFields(props: { rules: Rules; onRules: (rules: Rules) => void }) {
  const { rules, onRules } = props
  const { t } = useTranslation()
  const { overtimeDayAfter, overtimeWeekAfter, overtimeBands = [] } = rules
  const [byRates, setByRates] = useState(overtimeBands.length > 0)
  const day =
    overtimeDayAfter === undefined ? 'none' : overtimeDayAfter === 'planned' ? 'planned' : 'after'

  return (
    <>
      <NativeSelect
        label={t('schedules.overtime.title')}
        value={byRates ? 'rates' : 'limits'}
        onChange={({ currentTarget: { value } }) => {
          setByRates(value === 'rates')
          onRules(without(rules, 'overtimeDayAfter', 'overtimeWeekAfter', 'overtimeBands'))
        }}
        data={(['limits', 'rates'] as const).map((value) => ({
          value,
          label: t(`schedules.overtime.${value}`),
        }))}
      />
      {byRates && (
        <BandFields
          bands={overtimeBands}
          onBands={(bands) =>
            onRules(
              bands.length === 0
                ? without(rules, 'overtimeBands')
                : { ...rules, overtimeBands: [...bands] },
            )
          }
        />
      )}
      {!byRates && (
        <NativeSelect
          label={t('schedules.overtimeDay')}
          value={day}
          onChange={({ currentTarget: { value } }) =>
            onRules(
              value === 'none'
                ? without(rules, 'overtimeDayAfter')
                : { ...rules, overtimeDayAfter: value === 'planned' ? 'planned' : usualDay },
            )
          }
          data={(['none', 'planned', 'after'] as const).map((value) => ({
            value,
            label: t(`schedules.overtimeDays.${value}`),
          }))}
        />
      )}
      {!byRates && typeof overtimeDayAfter === 'number' && (
        <HoursInput
          label={t('schedules.overtimeDayHours')}
          max={24}
          minutes={overtimeDayAfter}
          onMinutes={(minutes) => onRules({ ...rules, overtimeDayAfter: minutes ?? 0 })}
        />
      )}
      {!byRates && (
        <HoursInput
          label={t('schedules.overtimeWeek')}
          description={t('schedules.overtimeWeekHint')}
          max={168}
          minutes={overtimeWeekAfter}
          onMinutes={(minutes) =>
            onRules(
              minutes === undefined
                ? without(rules, 'overtimeWeekAfter')
                : { ...rules, overtimeWeekAfter: minutes },
            )
          }
        />
      )}
    </>
  )
}
