import { ActionIcon, Button, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { BackIcon, ForthIcon } from '../shared/icons.tsx'
import { useNow } from '../shared/times.ts'
import card from './card.module.css'
import { EmployeeChoice } from './employee-choice.tsx'
import { ExportLinks } from './export-links.tsx'
import { useHours } from './hours.ts'
import { daysOf, monthAfter, monthOf } from './month.ts'
import { browserTimeZone, dayAt } from './period.ts'
import { useTimesheets } from './queries.ts'
import { TimesheetDays } from './timesheet-days.tsx'
import { TimesheetTotals } from './timesheet-totals.tsx'
import styles from './timesheets-page.module.css'

/** The hours of a month: those of everybody, or of one employee day by day. */
export function TimesheetsPage() {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const [employee, setEmployee] = useState<string>()
  const today = dayAt(useNow(60_000).getTime(), browserTimeZone())
  const month = chosen ?? monthOf(today)
  const query = { ...daysOf(month), ...(employee === undefined ? {} : { employee }) }
  const { data, error, isPending, refetch, ...more } = useTimesheets(query)
  const timesheets = data?.pages.flatMap((page) => page.timesheets)
  const [own] = timesheets ?? []
  const title = useRef<HTMLHeadingElement>(null)

  return (
    <section className={card.card}>
      <h1 ref={title} tabIndex={-1} className={card.title}>
        {t('timesheets.title')}
      </h1>
      <div className={styles.filter}>
        <MonthChoice month={month} onMonth={setChosen} />
        <div className={styles.who}>
          <EmployeeChoice employee={employee} onEmployee={setEmployee} />
        </div>
      </div>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
      {timesheets?.length === 0 && <Text c="dimmed">{t('employees.none')}</Text>}
      {own !== undefined && employee !== undefined && <TimesheetDays timesheet={own} />}
      {timesheets !== undefined && timesheets.length > 0 && employee === undefined && (
        <TimesheetTotals
          timesheets={timesheets}
          onEmployee={(id) => {
            setEmployee(id)
            // The button with the name goes, and the focus would go with it.
            title.current?.focus()
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
      <ExportLinks query={query} />
    </section>
  )
}

function MonthChoice({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { t } = useTranslation()
  const hours = useHours()
  return (
    <div className={styles.month}>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('timesheets.previous')}
        onClick={() => onMonth(monthAfter(month, -1))}
      >
        <BackIcon />
      </ActionIcon>
      <span className={styles.monthName} role="status">
        {hours.month(month)}
      </span>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('timesheets.next')}
        onClick={() => onMonth(monthAfter(month, 1))}
      >
        <ForthIcon />
      </ActionIcon>
    </div>
  )
}
