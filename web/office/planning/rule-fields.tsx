import { Fieldset, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../shared/contract.ts'
import { HoursInput } from './hours-input.tsx'
import { OvertimeFields } from './overtime-fields.tsx'
import styles from './planning.module.css'

/** What holds where a schedule says nothing, in minutes, as the server has it. */
const usualShiftGrace = 15

type MissingOut = Rules['missingOut']

function missingOutOf(action: string, maxSession: number): MissingOut {
  if (action === 'close-at-shift-end') return { action }
  if (action === 'close-after') return { action, minutes: Math.min(600, maxSession) }
  return { action: 'list' }
}

/** How the hours of a schedule are judged. */
export function RuleFields({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  const { t } = useTranslation()
  const { missingOut, maxSession } = rules
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
      <NumberInput
        label={t('schedules.shiftGrace')}
        description={t('schedules.shiftGraceHint')}
        min={0}
        max={240}
        allowDecimal={false}
        value={rules.shiftGrace ?? usualShiftGrace}
        onChange={(minutes) => onRules({ ...rules, shiftGrace: Number(minutes) })}
      />
      <OvertimeFields rules={rules} onRules={onRules} />
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
        label={t('schedules.specialDaysByClock')}
        checked={rules.specialDaysBy === 'clock'}
        onChange={({ currentTarget: { checked } }) =>
          onRules({ ...rules, specialDaysBy: checked ? 'clock' : 'start' })
        }
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
