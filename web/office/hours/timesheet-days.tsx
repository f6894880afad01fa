import { Table, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Timesheet, TimesheetDay } from '../shared/contract.ts'
import { useLanguage } from '../shared/language.ts'
import type { Language } from '../shared/languages.ts'
import { en } from '../shared/words/en.ts'
import { useHours } from './hours.ts'
import styles from './timesheets-page.module.css'

/** What one employee worked day by day, on the clocks of the site, and what should be looked at. */
export function TimesheetDays({ timesheet: { days, total } }: { timesheet: Timesheet }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { length, day, timeIn } = useHours()
  if (days.length === 0) return <Text c="dimmed">{t('timesheets.none')}</Text>
  return (
    <div className={styles.wide} role="region" aria-label={t('timesheets.days')} tabIndex={0}>
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('timesheets.day')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.presence')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.worked')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.late')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.remarks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((sheet) => (
            <Table.Tr key={sheet.date}>
              <Table.Th scope="row">{day(sheet.date)}</Table.Th>
              <Table.Td>
                {sheet.intervals
                  .filter(({ kind }) => kind === 'work')
                  .map(({ from, to }) => (
                    <div
                      key={from}
                    >{`${timeIn(from, sheet.zone)} – ${timeIn(to, sheet.zone)}`}</div>
                  ))}
              </Table.Td>
              <Table.Td>{length(sheet.figures.worked)}</Table.Td>
              <Table.Td>{length(sheet.figures.late)}</Table.Td>
              <Table.Td className={styles.remarks}>
                {remarks(sheet, language, t).join(' · ')}
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
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  )
}

/** What was special about a day, each thing once. */
function remarks(
  { holiday, leave, shifts, marks }: TimesheetDay,
  language: Language,
  t: TFunction,
): string[] {
  return [
    ...new Set([
      ...(holiday ? [holiday[language]] : []),
      ...(leave ? [t(`timesheets.leave.${leave}`)] : []),
      ...(shifts.some(({ outcome }) => outcome === 'absent') ? [t('timesheets.absent')] : []),
      ...marks.map(({ code }) => markText(code, t)),
    ]),
  ]
}

type MarkCode = keyof typeof en.timesheets.marks

/** A server that is newer than the page may mark what the page has no words for. */
const isMarkCode = (code: string): code is MarkCode => Object.hasOwn(en.timesheets.marks, code)

const markText = (code: string, t: TFunction): string =>
  t(`timesheets.marks.${isMarkCode(code) ? code : 'other'}`)
