import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import type { TimesheetsQuery } from '../hours-client.ts'
import { AddRecordDialog } from './add-record-dialog.tsx'
import type { OpenDay } from './day-dialog.tsx'
import { useTimesheets } from './queries.ts'
import { TimesheetDays } from './timesheet-days.tsx'
import { TimesheetTotals } from './timesheet-totals.tsx'
import styles from './timesheets-page.module.css'

/** The hours of everybody in all, or of one employee by day. */
export function TimesheetList(props: {
  query: TimesheetsQuery
  /** A day in the query's range, to begin with when a record is added. */
  day: string
  onEmployee: (id: string) => void
  onDay: (day: OpenDay) => void
}) {
  const { query, onEmployee, onDay } = props
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const [told, setTold] = useState('')
  const { data, error, isPending, refetch, ...more } = useTimesheets(query)
  const timesheets = data?.pages.flatMap((page) => page.timesheets)
  const [own] = timesheets ?? []
  if (error !== null)
    return <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
  if (isPending) return <Text c="dimmed">{t('frame.loading')}</Text>
  if (own === undefined) return <Text c="dimmed">{t('employees.none')}</Text>
  return (
    <>
      {query.employee === undefined ? (
        <TimesheetTotals timesheets={timesheets ?? []} onEmployee={onEmployee} />
      ) : (
        <>
          <TimesheetDays
            timesheet={own}
            onDay={(sheet) => onDay({ employee: own.employee, sheet })}
          />
          <Button variant="default" mt="md" onClick={() => setAdding(true)}>
            {t('corrections.add')}
          </Button>
          <Text role="status" className={styles.good}>
            {told}
          </Text>
        </>
      )}
      {isAdding && (
        <AddRecordDialog
          timesheet={own}
          date={props.day}
          onClose={(text) => {
            setAdding(false)
            setTold(text ?? '')
          }}
        />
      )}
      {more.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={more.isFetchingNextPage}
          onClick={() => void more.fetchNextPage()}
        >
          {t('employees.showMore')}
        </Button>
      )}
    </>
  )
}
