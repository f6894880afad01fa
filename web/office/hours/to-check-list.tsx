import { Button, Table, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import type { TimesheetsQuery } from '../hours-client.ts'
import type { OpenDay } from './day-dialog.tsx'
import { useHours } from './hour-texts.ts'
import { HoursTable } from './hours-table.tsx'
import { useDaysToCorrect } from './queries.ts'
import { remarksOf } from './remarks.ts'
import styles from './timesheets-page.module.css'

/** The days that somebody should look at, with the way to correct them. */
export function ToCheckList(props: { query: TimesheetsQuery; onDay: (day: OpenDay) => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { day } = useHours()
  const { data, error, refetch, ...more } = useDaysToCorrect(props.query)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = more
  const found = data?.pages.flatMap((page) => page.days) ?? []

  // A page may be empty before the last one.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && found.length === 0) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, found.length])

  if (error !== null)
    return <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
  const columns = ['records.employee', 'timesheets.day', 'sheets.check', 'sheets.correct'] as const
  return (
    <>
      {found.length > 0 && (
        <HoursTable hasActs label={t('sheets.check')} columns={columns.map((column) => t(column))}>
          <Table.Tbody>
            {found.map(({ employee, day: sheet }) => (
              <Table.Tr key={`${employee.id} ${sheet.date}`}>
                <Table.Th scope="row">
                  <bdi>{employee.name}</bdi>
                </Table.Th>
                <Table.Td>{day(sheet.date)}</Table.Td>
                <Table.Td className={styles.remarks}>
                  {remarksOf(sheet, language, t).join(' · ')}
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('sheets.correctDayOf', {
                      name: employee.name,
                      day: day(sheet.date),
                    })}
                    onClick={() => props.onDay({ employee, sheet })}
                  >
                    {t('sheets.correct')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </HoursTable>
      )}
      {found.length === 0 && (
        <Text c="dimmed" role="status">
          {t(data && !hasNextPage ? 'sheets.nothingToCheck' : 'sheets.stillLooking')}
        </Text>
      )}
      {hasNextPage && found.length > 0 && (
        <Button
          variant="default"
          mt="md"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('employees.showMore')}
        </Button>
      )}
    </>
  )
}
