import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schedule, ScheduleVersion } from '../../shared/contract.ts'
import { useHours } from '../hours/hour-texts.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import styles from './planning.module.css'
import { RetireButton } from './retire-button.tsx'
import { WithdrawButton } from './withdraw-button.tsx'
import { cardsOf } from './schedule-draft.ts'
import { useWeekdays } from './weekday-names.ts'

/** A schedule with what holds now, and what will hold. */
export function ScheduleItem(props: {
  schedule: Schedule
  onChange: () => void
  onRetire: () => void
}) {
  const { schedule, onChange, onRetire } = props
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
          <div key={version.from}>
            <VersionText
              title={t('schedules.upcoming', { day: date(version.from) })}
              version={version}
            />
            {schedule.versions.length > 1 && (
              <WithdrawButton
                kind="schedules"
                id={schedule.id}
                from={version.from}
                label={t('retire.withdrawChange', { name: schedule.name, day: date(version.from) })}
              />
            )}
          </div>
        ))}
        {schedule.archived && <Text size="sm">{t('retire.isArchived')}</Text>}
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          aria-label={t('schedules.changeThis', { name: schedule.name })}
          onClick={onChange}
        >
          {t('schedules.change')}
        </Button>
        <RetireButton
          what={{ kind: 'schedules', ...schedule }}
          isArchived={schedule.archived}
          onRetire={onRetire}
        />
      </div>
    </li>
  )
}

function VersionText({ title, version }: { title: string; version: ScheduleVersion }) {
  const { t } = useTranslation()
  const weekdayList = useWeekdays()
  const { length } = useHours()
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
          {version.flexible && (
            <div>
              {t(`schedules.flexibleText.${version.flexible.per}`, {
                hours: length(version.flexible.minutes * 60),
              })}{' '}
              {weekdayList(version.flexible.days ?? [])}
            </div>
          )}
          {cardsOf(week).length === 0 && !version.flexible && t('schedules.free')}
        </div>
      ))}
    </div>
  )
}
