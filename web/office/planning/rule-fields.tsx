import { Fieldset, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../shared/contract.ts'
import { HoursInput } from './hours-input.tsx'
import styles from './planning.module.css'

type MissingOut = Rules['missingOut']

/** Eight hours: what most days have. */
const usualDay = 480

function missingOutOf(action: string, maxSession: number): MissingOut {
  if (action === 'close-at-shift-end') return { action }
  if (action === 'close-after') return { action, minutes: Math.min(600, maxSession) }
  return { action: 'list' }
}

function without<Key extends keyof Rules>(rules: Rules, key: Key): Omit<Rules, Key> {
  const { [key]: _, ...others } = rules
  return others
}

/** How the hours of a schedule are judged. */
export function RuleFields({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  const { t } = useTranslation()
  const { overtimeDayAfter, overtimeWeekAfter, missingOut, maxSession } = rules
  const overtimeDay =
    overtimeDayAfter === undefined ? 'none' : overtimeDayAfter === 'planned' ? 'planned' : 'after'
  return (
    <Fieldset legend={t('schedules.rules')} className={styles.rules}>
      <NumberInput
        label={t('schedules.graceLate')}
        description={t('schedules.graceLateHint')}
        min={0}
        max={240}
        allowDecimal={false}
        value={rules.graceLate}
        onChange={(minutes) => onRules({ ...rules, graceLate: Number(minutes) })}
      />
      <NumberInput
        label={t('schedules.graceEarly')}
        description={t('schedules.graceLateHint')}
        min={0}
        max={240}
        allowDecimal={false}
        value={rules.graceEarly}
        onChange={(minutes) => onRules({ ...rules, graceEarly: Number(minutes) })}
      />
      <NativeSelect
        label={t('schedules.overtimeDay')}
        value={overtimeDay}
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
      {typeof overtimeDayAfter === 'number' && (
        <HoursInput
          label={t('schedules.overtimeDayHours')}
          max={24}
          minutes={overtimeDayAfter}
          onMinutes={(minutes) => onRules({ ...rules, overtimeDayAfter: minutes ?? 0 })}
        />
      )}
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
      <NativeSelect
        label={t('schedules.missingOut')}
        value={missingOut.action}
        onChange={({ currentTarget: { value } }) =>
          onRules({ ...rules, missingOut: missingOutOf(value, maxSession) })
        }
        data={(['list', 'close-at-shift-end', 'close-after'] as const).map((value) => ({
          value,
          label: t(`schedules.missingOuts.${value}`),
        }))}
      />
      {missingOut.action === 'close-after' && (
        <HoursInput
          label={t('schedules.missingOutHours')}
          max={36}
          minutes={missingOut.minutes}
          onMinutes={(minutes) =>
            onRules({ ...rules, missingOut: { action: 'close-after', minutes: minutes ?? 0 } })
          }
        />
      )}
      <HoursInput
        label={t('schedules.maxSession')}
        description={t('schedules.maxSessionHint')}
        max={36}
        minutes={maxSession}
        onMinutes={(minutes) => onRules({ ...rules, maxSession: minutes ?? 0 })}
      />
      <Switch
        className={styles.wholeRow ?? ''}
        label={t('schedules.worksOnHolidays')}
        checked={rules.worksOnHolidays}
        onChange={({ currentTarget: { checked } }) =>
          onRules({ ...rules, worksOnHolidays: checked })
        }
      />
    </Fieldset>
  )
}
