import { giveWay } from '../../ports/give-way.ts'
import type { AttendanceStore } from '../ports/store.ts'
import {
  dayTable,
  type ExportedRecord,
  overtimeTable,
  periodTable,
  type Person,
  recordTable,
  type WeekBand,
} from './attendance-tables.ts'
import { correctionTable, type ExportedCorrection } from './correction-table.ts'
import type { Language, Table } from './table.ts'
import type { TimedRecord } from '../../time/correction.ts'
import { type DayRange, weekNameOf } from '../../time/day.ts'
import type { LocalName } from '../../time/holiday.ts'
import { secondOf } from '../../time/instant.ts'
import type { BandTime } from '../../time/overtime.ts'
import { piecesOf, type Period, type Timesheet, totalsBy } from '../../time/timesheet.ts'
import { zoneOf } from '../../time/zone.ts'
import { readAhead } from '../ahead.ts'
import { siteOf, zoneOfNowhere } from '../place.ts'
import type { KeptSite } from '../ports/planning.ts'
import { batchOf, type TimesheetQuery, type Timesheets } from '../timesheets.ts'

/** What can be exported: raw records, timesheets by day, week or month, overtime by rate, corrections. */
export const exportKinds = [
  'records',
  'days',
  'weeks',
  'months',
  'overtime',
  'corrections',
] as const
export type ExportKind = (typeof exportKinds)[number]

const titles = {
  records: { fr: 'Pointages', en: 'Records', ar: 'التسجيلات' },
  days: { fr: 'Relevé par jour', en: 'Timesheet by day', ar: 'كشف يومي' },
  weeks: { fr: 'Relevé par semaine', en: 'Timesheet by week', ar: 'كشف أسبوعي' },
  months: { fr: 'Relevé par mois', en: 'Timesheet by month', ar: 'كشف شهري' },
  overtime: { fr: 'Heures supplémentaires', en: 'Overtime', ar: 'الساعات الإضافية' },
  corrections: { fr: 'Corrections', en: 'Corrections', ar: 'التصحيحات' },
} as const satisfies Record<ExportKind, LocalName>

/** Makes the table of an export; its rows are read while it is written. */
export type MakeExport = (kind: ExportKind, query: TimesheetQuery, language: Language) => Table

export type ExportsDeps = {
  readonly store: Pick<AttendanceStore, 'sites' | 'assignments' | 'hours' | 'corrections'>
  readonly timesheets: Timesheets
}

const dayMicros = 86_400_000_000

/** A day more on both sides holds every local day. */
const around = ({ from, to }: DayRange): DayRange => ({ from: from - 1, to: to + 1 })

export function createExports({ store, timesheets }: ExportsDeps): MakeExport {
  async function* days(query: TimesheetQuery) {
    const sites = await timesheets.siteNames()
    for await (const { employee, timesheet } of timesheets.all(query)) {
      for (const sheet of timesheet.days) {
        await giveWay()
        yield { person: employee, siteName: sites.get(sheet.siteId) ?? '', sheet }
      }
    }
  }

  async function* totals(period: Period, query: TimesheetQuery) {
    const sites = await timesheets.siteNames()
    for await (const { employee, timesheet } of timesheets.all(query)) {
      for (const total of totalsBy(period, timesheet)) {
        yield { person: employee, siteName: sites.get(total.siteId) ?? '', total }
      }
    }
  }

  async function* overtime(query: TimesheetQuery) {
    const sites = await timesheets.siteNames()
    for await (const { employee, timesheet } of timesheets.all(query)) {
      for (const week of weekBandsOf(timesheet)) {
        yield { person: employee, siteName: sites.get(week.siteId) ?? '', of: week }
      }
    }
  }

  /** Those that speak of a moment in the range, by employee and in the order in which they were written. */
  async function* corrections(query: TimesheetQuery): AsyncGenerator<ExportedCorrection> {
    const { range, siteId } = query
    const sites = await store.sites.list()
    for await (const people of batches(query)) {
      const ids = people.map(({ id }) => id)
      const assignments = Map.groupBy(await store.assignments.of(ids), (row) => row.employeeId)
      for (const written of await store.corrections.of(ids)) {
        await giveWay()
        const { correction, employee } = written
        const values = [
          ...(correction.action === 'void' ? [] : [correction.becomes]),
          ...(correction.action === 'add' ? [] : [correction.was]),
        ]
        const [place] = values.map((value) =>
          siteOf(value, assignments.get(employee.id) ?? [], sites),
        )
        const zone = place?.zone ?? zoneOfNowhere
        const isIn = values.some(({ at }) => {
          const day = zoneOf(zone).dayAt(secondOf(at))
          return day >= range.from && day <= range.to
        })
        if (!isIn || (siteId !== undefined && place?.id !== siteId)) continue
        const raw =
          correction.action === 'add' ? undefined : await store.hours.find(correction.recordId)
        yield { ...written, raw, siteName: place?.name ?? '', zone }
      }
    }
  }

  async function* records(query: TimesheetQuery): AsyncGenerator<ExportedRecord> {
    const { range, siteId } = query
    const sites = await store.sites.list()
    for await (const { people, assignments, recorded } of readAhead(recordBatches())) {
      const names = new Map(people.map((person) => [person.id, person]))
      for (const record of recorded) {
        const site = siteOf(record, assignments.get(record.employeeId) ?? [], sites)
        const zone = site?.zone ?? zoneOfNowhere
        await giveWay()
        const day = zoneOf(zone).dayAt(secondOf(record.at))
        if (day < range.from || day > range.to) continue
        if (siteId !== undefined && site?.id !== siteId) continue
        yield shownRecord(record, names.get(record.employeeId) ?? null, site, zone)
      }
    }

    async function* recordBatches() {
      for await (const people of batches(query)) {
        const ids = people.map(({ id }) => id)
        const assignments = Map.groupBy(await store.assignments.of(ids), (row) => row.employeeId)
        // Of so many people that their records are in order all the same: several have one piece.
        for (const { from, to } of piecesOf(around(range))) {
          const micros = { from: from * dayMicros, to: (to + 1) * dayMicros }
          yield { people, assignments, recorded: await store.hours.of(ids, micros) }
        }
      }
    }
  }

  async function* batches({ range, employeeId, reach }: TimesheetQuery): AsyncGenerator<Person[]> {
    if (employeeId !== undefined) {
      const person = await store.hours.person(employeeId)
      const isWithin = !reach || (await store.assignments.isWithin(employeeId, reach))
      if (person !== undefined && isWithin) yield [person]
      return
    }
    const since = (range.from - 1) * dayMicros
    const atOnce = batchOf(around(range))
    let after: string | undefined
    do {
      const people = await store.hours.people({
        limit: atOnce,
        since,
        reach,
        ...(after !== undefined && { after }),
      })
      yield people
      after = people.length === atOnce ? people.at(-1)?.id : undefined
    } while (after !== undefined)
  }

  return function makeExport(kind, query, language) {
    switch (kind) {
      case 'records':
        return recordTable(titles.records, records(query), language)
      case 'days':
        return dayTable(titles.days, days(query), language)
      case 'weeks':
        return periodTable(titles.weeks, totals('week', query))
      case 'months':
        return periodTable(titles.months, totals('month', query))
      case 'overtime':
        return overtimeTable(titles.overtime, overtime(query))
      case 'corrections':
        return correctionTable(titles.corrections, corrections(query), language)
    }
  }
}

/** The overtime of each week by rate, or as a whole where its schedule has no rates. */
const weekBandsOf = ({ weeks, days }: Timesheet): (WeekBand & { siteId: string })[] => {
  const byWeek = new Map<string, { siteId: string; overtime: number; bands: readonly BandTime[] }>()
  for (const { day, siteId, figures } of days) {
    const week = weekNameOf(day)
    const before = byWeek.get(week)?.overtime ?? 0
    byWeek.set(week, { siteId, overtime: before + figures.overtime, bands: [] })
  }
  for (const { sunday, siteId, overtime, bands } of weeks) {
    const week = weekNameOf(sunday)
    const before = byWeek.get(week)?.overtime ?? 0
    byWeek.set(week, { siteId, overtime: before + overtime, bands })
  }
  return [...byWeek].flatMap(([week, { siteId, overtime, bands }]) => {
    const rates = bands.map(({ label, seconds }) => ({ band: label, seconds }))
    const all = bands.length > 0 ? rates : [{ band: null, seconds: overtime }]
    return all.filter(({ seconds }) => seconds > 0).map((each) => ({ week, siteId, ...each }))
  })
}

const shownRecord = (
  record: TimedRecord,
  person: Person | null,
  site: KeptSite | undefined,
  zone: string,
): ExportedRecord => ({
  id: record.id,
  person,
  siteName: site?.name ?? '',
  zone,
  kind: record.kind,
  second: secondOf(record.at),
  duplicateOf: record.duplicateOf ?? null,
})
