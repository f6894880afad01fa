import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schedule, ScheduleVersion } from '../../shared/contract.ts'
import { useHours } from '../hours/hour-texts.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import styles from './planning.module.css'
import { cardsOf } from './schedule-draft.ts'
import { useWeekdays } from './weekday-names.ts'

/** A schedule with what holds now, and what will hold. */
export function ScheduleItem({ schedule, onChange }: { schedule: Schedule; onChange: () => void }) {
  const { t } = useTranslation()
  const { date } = useHours()
  const today = dayAt(Date.now(), browserTimeZone())
  const now = schedule.versions.findLast(({ from }) => from <= today)
  const upcoming = schedule.versions.filter(({ from }) => from > today)
  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{schedule.name}</bdi>
        {now && <VersionText title={t('schedules.since', { day: date(now.from) })} version={now} />}
        {upcoming.map((version) => (
          <VersionText
            key={version.from}
            title={t('schedules.upcoming', { day: date(version.from) })}
            version={version}
          />
        ))}
      </div>
      <Button
        variant="default"
        aria-label={t('schedules.changeThis', { name: schedule.name })}
        onClick={onChange}
      >
        {t('schedules.change')}
      </Button>
    </li>
  )
}

function VersionText({ title, version }: { title: string; version: ScheduleVersion }) {
  const { t } = useTranslation()
  const weekdayList = useWeekdays()
  return (
    <div className={styles.version}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      {version.weeks.map((week, w) => (
        <div key={w} className={styles.weekText}>
          {version.weeks.length > 1 && <strong>{t('schedules.week', { week: w + 1 })}</strong>}
          {cardsOf(week).map(({ name, start, end, days }) => (
            <div key={`${name} ${start} ${end}`}>
              <bdi>{name}</bdi> <bdi className={styles.times}>{`${start}–${end}`}</bdi>{' '}
              {weekdayList(days)}
            </div>
          ))}
          {cardsOf(week).length === 0 && t('schedules.free')}
        </div>
      ))}
    </div>
  )
}
