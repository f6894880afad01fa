import { Button, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AddIcon } from '../../shared/icons.tsx'
import styles from './planning.module.css'
import { usualShift, type WeekDraft } from './schedule-draft.ts'
import { ShiftFields } from './shift-fields.tsx'

/** The shifts of one week of a schedule. */
export function WeekFields(props: {
  week: WeekDraft
  number: number
  isAlone: boolean
  onWeek: (week: WeekDraft) => void
  onRemove: () => void
}) {
  const { week, number, isAlone, onWeek } = props
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <section className={styles.week} aria-labelledby={`week-${number}`}>
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} id={`week-${number}`} className={styles.subtitle}>
          {isAlone ? t('schedules.everyWeek') : t('schedules.week', { week: number })}
        </h2>
        {!isAlone && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('schedules.removeWeek', { week: number })}
            onClick={props.onRemove}
          >
            {t('leave.remove')}
          </Button>
        )}
      </div>
      {week.length === 0 && <Text c="dimmed">{t('schedules.free')}</Text>}
      {week.map((shift, s) => (
        <ShiftFields
          key={s}
          shift={shift}
          number={s + 1}
          onShift={(next) => onWeek(week.map((each, i) => (i === s ? next : each)))}
          onRemove={() => {
            onWeek(week.filter((_, i) => i !== s))
            title.current?.focus()
          }}
        />
      ))}
      <Button
        variant="default"
        leftSection={<AddIcon size={18} />}
        onClick={() =>
          onWeek([
            ...week,
            {
              ...usualShift(''),
              start: '',
              end: '',
              breaks: [],
              days: week.length ? [] : usualShift('').days,
            },
          ])
        }
      >
        {t('schedules.addShift')}
      </Button>
    </section>
  )
}
