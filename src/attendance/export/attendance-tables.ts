import type { RecordKind } from '../../time/record-kind.ts'
import { dateOf } from '../../time/day.ts'
import type { DaySheet } from '../../time/day-sheet.ts'
import { type Figures, figureNames } from '../../time/figures.ts'
import type { LocalName } from '../../time/holiday.ts'
import type { EpochSeconds } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import type { BandTime } from '../../time/overtime.ts'
import type { PeriodTotal } from '../../time/timesheet.ts'
import { wallMinuteText } from '../../time/wall-time.ts'
import { zoneOf } from '../../time/zone.ts'
import {
  figureHeadings,
  headings,
  kindNames,
  leaveNames,
  markNames,
  partNames,
} from './headings.ts'
import { durationText } from './csv.ts'
import type { Column, Language, Row, Table } from './table.ts'

/** Who a row is about, as exports show it. */
export type Person = { readonly id: string; readonly name: string }

export const text = (key: keyof typeof headings): Column => ({
  key,
  heading: headings[key],
  type: 'text',
})
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
export function clockText(zoneId: string, second: EpochSeconds): string {
  const minutes = Math.floor((second + zoneOf(zoneId).offsetAt(second)) / 60)
  return wallMinuteText(((minutes % 1440) + 1440) % 1440)
}

/** An instant to the second, `2026-03-29T01:00:00Z`. */
const utcText = (second: EpochSeconds): string =>
  `${new Date(second * 1000).toISOString().slice(0, 19)}Z`

export async function* map<In, Out>(
  source: AsyncIterable<In>,
  one: (item: In) => Out,
): AsyncGenerator<Out> {
  for await (const item of source) yield one(item)
}

/** `Paid`, `Paid (morning)`, `Sick (14:00-16:00)`. */
function leaveText({ kind, part }: Leave, language: Language): string {
  const name = leaveNames[kind][language]
  if (part === undefined) return name
  const when =
    typeof part === 'object'
      ? `${wallMinuteText(part.start)}-${wallMinuteText(part.end)}`
      : partNames[part][language]
  return `${name} (${when})`
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
      sheet.leaves.map((leave) => leaveText(leave, language)).join(', ') || null,
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
  columns: [
    text('employeeId'),
    text('employee'),
    text('site'),
    text('period'),
    ...figureColumns,
    text('overtimeBands'),
  ],
  rows: map(totals, ({ person, siteName, total }): Row => [
    person.id,
    person.name,
    siteName,
    total.period,
    ...figureCells(total.figures),
    bandsText(total.bands),
  ]),
})

/** `25 %: 8:00:00, 50 %: 1:30:00`, without those that are empty. */
const bandsText = (bands: readonly BandTime[]): string | null =>
  bands
    .filter(({ seconds }) => seconds > 0)
    .map(({ label, seconds }) => `${label}: ${durationText(seconds)}`)
    .join(', ') || null

/** The overtime of one week of an employee by one rate; `band` is null where the schedule has none. */
export type WeekBand = {
  readonly week: string
  readonly band: string | null
  readonly seconds: number
}

/** One row for each employee, week and rate: the form that payroll programs take in. */
export const overtimeTable = (
  title: LocalName,
  overtime: AsyncIterable<{ person: Person; siteName: string; of: WeekBand }>,
): Table => ({
  title,
  columns: [
    text('employeeId'),
    text('employee'),
    text('site'),
    text('week'),
    text('band'),
    { key: 'overtimeSeconds', heading: figureHeadings.overtime, type: 'duration' },
  ],
  rows: map(overtime, ({ person, siteName, of: { week, band, seconds } }): Row => [
    person.id,
    person.name,
    siteName,
    week,
    band,
    seconds,
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
    utcText(second),
    duplicateOf,
  ]),
})
