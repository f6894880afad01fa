import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OvertimeBand } from '../../shared/contract.ts'
import { HoursInput } from './hours-input.tsx'
import styles from './planning.module.css'

type Between = NonNullable<OvertimeBand['between']>

/** One rate of overtime: beyond which hours, on which days, between which times. */
export function BandRow(props: {
  band: OvertimeBand
  number: number
  onBand: (band: OvertimeBand) => void
  onRemove: () => void
}) {
  const { band, number, onBand } = props
  const { t } = useTranslation()
  const times = band.between ?? { start: '', end: '' }

  function putTimes(part: Partial<Between>) {
    const { between: _, ...others } = band
    const between = { ...times, ...part }
    onBand(between.start === '' && between.end === '' ? others : { ...others, between })
  }

  function putDays(value: string) {
    const { on: _, ...others } = band
    onBand(value === 'rest-day' || value === 'holiday' ? { ...others, on: value } : others)
  }

  return (
    <div className={styles.band} role="group" aria-label={t('schedules.overtime.rate', { number })}>
      <TextInput
        label={t('schedules.overtime.label')}
        value={band.label}
        maxLength={40}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onBand({ ...band, label: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('schedules.overtime.per')}
        value={band.per}
        onChange={({ currentTarget: { value } }) =>
          onBand({ ...band, per: value === 'day' ? 'day' : 'week' })
        }
        data={(['day', 'week'] as const).map((value) => ({
          value,
          label: t(`schedules.overtime.pers.${value}`),
        }))}
      />
      <HoursInput
        label={t('schedules.overtime.after')}
        max={168}
        minutes={band.after}
        onMinutes={(minutes) => onBand({ ...band, after: minutes ?? 0 })}
      />
      <NativeSelect
        label={t('schedules.overtime.on')}
        value={band.on ?? 'any'}
        onChange={({ currentTarget: { value } }) => putDays(value)}
        data={(['any', 'rest-day', 'holiday'] as const).map((value) => ({
          value,
          label: t(`schedules.overtime.ons.${value}`),
        }))}
      />
      <TextInput
        type="time"
        label={t('schedules.overtime.start')}
        value={times.start}
        onChange={(event) => putTimes({ start: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('schedules.overtime.end')}
        value={times.end}
        onChange={(event) => putTimes({ end: event.currentTarget.value })}
      />
      <Button
        variant="default"
        aria-label={t('schedules.overtime.remove', { number })}
        onClick={props.onRemove}
      >
        {t('leave.remove')}
      </Button>
    </div>
  )
}
