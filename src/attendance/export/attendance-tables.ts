import type { RecordKind } from '../record.ts'
import { dateOf } from '../time/day.ts'
import type { DaySheet } from '../time/day-sheet.ts'
import { type Figures, figureNames } from '../time/figures.ts'
import type { LocalName } from '../time/holiday.ts'
import { type EpochSeconds, instantOf } from '../time/instant.ts'
import type { PeriodTotal } from '../time/timesheet.ts'
import { wallMinuteText } from '../time/wall-time.ts'
import { zoneOf } from '../time/zone.ts'
import { figureHeadings, headings, kindNames, leaveNames, markNames } from './headings.ts'
import type { Column, Language, Row, Table } from './table.ts'

/** Who a row is about, as exports show it. */
export type Person = { readonly id: string; readonly name: string }

const text = (key: keyof typeof headings): Column => ({ key, heading: headings[key], type: 'text' })
const date: Column = { key: 'date', heading: headings.date, type: 'date' }

const isCount = (name: keyof Figures): boolean =>
  name.startsWith('days') || name.startsWith('missing')

const figureColumns: readonly Column[] = figureNames.map((name) => ({
  key: isCount(name) ? name : `${name}Seconds`,
  heading: figureHeadings[name],
  type: isCount(name) ? 'count' : 'duration',
}))

const figureCells = (figures: Figures): number[] => figureNames.map((name) => figures[name])

/** The time that the clocks of a zone show, `06:30`. */
function clockText(zoneId: string, second: EpochSeconds): string {
  const minutes = Math.floor((second + zoneOf(zoneId).offsetAt(second)) / 60)
  return wallMinuteText(((minutes % 1440) + 1440) % 1440)
}

async function* map<In, Out>(
  source: AsyncIterable<In>,
  one: (item: In) => Out,
): AsyncGenerator<Out> {
  for await (const item of source) yield one(item)
}

/** One row for each day of each employee. */
export const dayTable = (
  title: LocalName,
  sheets: AsyncIterable<{ person: Person; siteName: string; sheet: DaySheet }>,
  language: Language,
): Table => ({
  title,
  columns: [
    text('employeeId'),
    text('employee'),
    text('site'),
    date,
    text('shifts'),
    text('first'),
    text('last'),
    ...figureColumns,
    text('holiday'),
    text('leave'),
    text('marks'),
  ],
  rows: map(sheets, ({ person, siteName, sheet }): Row => {
    const first = sheet.intervals[0]?.from
    const last = sheet.intervals.at(-1)?.to
    return [
      person.id,
      person.name,
      siteName,
      dateOf(sheet.day),
      sheet.shifts.map(({ name }) => name).join(', '),
      first === undefined ? null : clockText(sheet.zone, first),
      last === undefined ? null : clockText(sheet.zone, last),
      ...figureCells(sheet.figures),
      sheet.holiday?.name[language] ?? null,
      sheet.leave === undefined ? null : leaveNames[sheet.leave][language],
      [...new Set(sheet.marks.map(({ code }) => markNames[code][language]))].join(', '),
    ]
  }),
})

/** One row for each week or month of each employee. */
export const periodTable = (
  title: LocalName,
  totals: AsyncIterable<{ person: Person; siteName: string; total: PeriodTotal }>,
): Table => ({
  title,
  columns: [text('employeeId'), text('employee'), text('site'), text('period'), ...figureColumns],
  rows: map(totals, ({ person, siteName, total }): Row => [
    person.id,
    person.name,
    siteName,
    total.period,
    ...figureCells(total.figures),
  ]),
})

/** An attendance record as it is exported: raw, duplicates included. */
export type ExportedRecord = {
  readonly id: string
  readonly person: Person | null
  readonly siteName: string
  readonly zone: string
  readonly kind: RecordKind
  readonly second: EpochSeconds
  readonly duplicateOf: string | null
}

/** One row for each attendance record, with the date and time that its site's clocks showed. */
export const recordTable = (
  title: LocalName,
  records: AsyncIterable<ExportedRecord>,
  language: Language,
): Table => ({
  title,
  columns: [
    text('recordId'),
    text('employeeId'),
    text('employee'),
    text('site'),
    text('kind'),
    date,
    text('time'),
    text('zone'),
    text('at'),
    text('duplicateOf'),
  ],
  rows: map(records, ({ id, person, siteName, zone, kind, second, duplicateOf }): Row => [
    id,
    person?.id ?? null,
    person?.name ?? null,
    siteName,
    kindNames[kind][language],
    dateOf(zoneOf(zone).dayAt(second)),
    clockText(zone, second),
    zone,
    instantOf(second).toString(),
    duplicateOf,
  ]),
})
