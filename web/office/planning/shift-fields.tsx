import { Button, Fieldset, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BreakFields } from './break-fields.tsx'
import { DayChips } from './day-chips.tsx'
import styles from './planning.module.css'
import { isOverMidnight, type ShiftCard } from './schedule-draft.ts'

/** One shift: its times, its breaks and the days on which it is worked. */
export function ShiftFields(props: {
  shift: ShiftCard
  number: number
  onShift: (shift: ShiftCard) => void
  onRemove: () => void
}) {
  const { shift, number, onShift } = props
  const { t } = useTranslation()
  const change = (part: Partial<ShiftCard>) => onShift({ ...shift, ...part })
  return (
    <Fieldset legend={t('schedules.shift', { shift: number })} className={styles.shift}>
      <div className={styles.row}>
        <TextInput
          label={t('schedules.shiftName')}
          value={shift.name}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('schedules.start')}
          value={shift.start}
          onChange={(event) => change({ start: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('schedules.end')}
          value={shift.end}
          onChange={(event) => change({ end: event.currentTarget.value })}
        />
      </div>
      {isOverMidnight(shift) && <Text size="sm">{t('schedules.overMidnight')}</Text>}
      <DayChips days={shift.days} onDays={(days) => change({ days })} />
      <BreakFields breaks={shift.breaks} onBreaks={(breaks) => change({ breaks })} />
      <Button size="compact-sm" variant="default" onClick={props.onRemove}>
        {t('schedules.removeShift', { shift: number })}
      </Button>
    </Fieldset>
  )
}
