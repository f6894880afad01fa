import { Button, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Timesheet, TimesheetDay } from '../../shared/contract.ts'
import { useLanguage } from '../../shared/language.ts'
import { useHours } from './hour-texts.ts'
import { HoursTable } from './hours-table.tsx'
import { overtimeByRate, remarksOf } from './remarks.ts'
import styles from './timesheets-page.module.css'

/** What one employee worked day by day, on the clocks of the site, and the way to correct a day. */
export function TimesheetDays(props: {
  timesheet: Timesheet
  onDay: (sheet: TimesheetDay) => void
}) {
  const { days, total, weeks } = props.timesheet
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { length, day, timeIn } = useHours()
  const columns = [
    t('timesheets.day'),
    t('timesheets.presence'),
    t('timesheets.worked'),
    t('timesheets.late'),
    t('timesheets.overtime'),
    t('timesheets.remarks'),
    t('sheets.correct'),
  ]
  if (days.length === 0) return <Text c="dimmed">{t('timesheets.none')}</Text>
  return (
    <HoursTable hasActs label={t('timesheets.days')} columns={columns}>
      <Table.Tbody>
        {days.map((sheet) => (
          <Table.Tr key={sheet.date}>
            <Table.Th scope="row">{day(sheet.date)}</Table.Th>
            <Table.Td>
              {sheet.intervals
                .filter(({ kind }) => kind === 'work')
                .map(({ from, to }) => (
                  <div key={from}>{`${timeIn(from, sheet.zone)} – ${timeIn(to, sheet.zone)}`}</div>
                ))}
            </Table.Td>
            <Table.Td>{length(sheet.figures.worked)}</Table.Td>
            <Table.Td>{length(sheet.figures.late)}</Table.Td>
            <Table.Td>{length(sheet.figures.overtime)}</Table.Td>
            <Table.Td className={styles.remarks}>
              {remarksOf(sheet, language, t).join(' · ')}
            </Table.Td>
            <Table.Td>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('sheets.correctDay', { day: day(sheet.date) })}
                onClick={() => props.onDay(sheet)}
              >
                {t('sheets.correct')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('timesheets.total')}</Table.Th>
          <Table.Td />
          <Table.Td>{length(total.worked)}</Table.Td>
          <Table.Td>{length(total.late)}</Table.Td>
          <Table.Td>{length(total.overtime)}</Table.Td>
          <Table.Td className={styles.remarks}>
            {overtimeByRate(weeks)
              .map(({ label, seconds }) => t('sheets.byRate', { label, hours: length(seconds) }))
              .join(' · ')}
          </Table.Td>
          <Table.Td />
        </Table.Tr>
      </Table.Tfoot>
    </HoursTable>
  )
}
