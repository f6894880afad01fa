import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { useNow, useTimes } from '../shared/times.ts'
import card from './card.module.css'
import { browserTimeZone, dayAt, instantsOf, type Period } from './period.ts'
import { useRecords } from './queries.ts'
import { RecordsFilter } from './records-filter.tsx'
import styles from './records-page.module.css'
import { RecordsTable } from './records-table.tsx'

/** Who clocked in and out: today, or in a period, everybody or one employee. */
export function RecordsPage() {
  const { t } = useTranslation()
  const { timeWithSeconds } = useTimes()
  const [chosen, setChosen] = useState<Period>()
  const [employee, setEmployee] = useState<string>()

  // The page stays open over midnight: today is looked up every minute.
  const timeZone = browserTimeZone()
  const today = dayAt(useNow(60_000).getTime(), timeZone)
  const period = chosen ?? { from: today, to: today }
  const instants = instantsOf(period, timeZone)
  const records = useRecords(instants && { ...instants, ...(employee ? { employee } : {}) })

  const list = records.data?.pages.flatMap((page) => page.records)
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h1 className={card.title}>{t('records.title')}</h1>
        {list && (
          <Text c="dimmed" size="sm">
            {t('records.updated', { time: timeWithSeconds(new Date(records.dataUpdatedAt)) })}
          </Text>
        )}
      </div>
      <RecordsFilter
        period={period}
        isToday={chosen === undefined}
        onPeriod={setChosen}
        employee={employee}
        onEmployee={setEmployee}
      />
      {instants === undefined && (
        <Text role="alert" className={styles.wrong}>
          {t('records.wrongPeriod')}
        </Text>
      )}
      {records.error !== null && (
        <FailureNotice failure={failureOf(records.error)} onRetry={() => void records.refetch()} />
      )}
      {records.isLoading && <Text c="dimmed">{t('frame.loading')}</Text>}
      {list && list.length === 0 && (
        <Text c="dimmed" className={styles.none}>
          {t(chosen === undefined ? 'records.noneToday' : 'records.none')}
        </Text>
      )}
      {list && list.length > 0 && <RecordsTable records={list} timeZone={timeZone} />}
      {records.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={records.isFetchingNextPage}
          onClick={() => void records.fetchNextPage()}
        >
          {t('records.older')}
        </Button>
      )}
    </section>
  )
}
