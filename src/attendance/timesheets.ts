import type { Clock } from '../ports/clock.ts'
import { giveWay } from '../ports/give-way.ts'
import type { Reach } from '../ports/reach.ts'
import type { EmployeeRef } from '../identity/employee.ts'
import type { AttendanceStore } from './ports/store.ts'
import type { Assignment } from '../time/assignment.ts'
import { foldCorrections } from '../time/correction.ts'
import { type DayRange, mondayOf } from '../time/day.ts'
import { calendarOf, type Holiday, type HolidayCalendar } from '../time/holiday.ts'
import { shippedHolidays } from '../time/holidays/shipped.ts'
import { microsOf, secondOf } from '../time/instant.ts'
import type { DaySheet } from '../time/day-sheet.ts'
import { isToCorrect } from '../time/mark.ts'
import type { EmploymentDays } from '../time/employment-days.ts'
import {
  type Employment,
  homeDayAt,
  type PendingCorrection,
  type Surroundings,
} from '../time/plan.ts'
import { rulesWithoutSchedule } from '../time/rules.ts'
import type { Schedule } from '../time/schedule.ts'
import type { Site } from '../time/site.ts'
import {
  joined,
  partAtSite,
  piecesOf,
  readingRange,
  type Timesheet,
  timesheetOf,
} from '../time/timesheet.ts'
import { readAhead } from './ahead.ts'
import type { DecidedCorrection } from './ports/corrections.ts'
import { calendarsOf } from './calendars.ts'
import type { KeptAssignment, KeptSite, SiteDay } from './ports/planning.ts'
import type { Person } from './ports/recorded-hours.ts'

/** Whose hours are asked for, and over which days. */
export type TimesheetQuery = {
  readonly range: DayRange
  readonly employeeId?: string
  /** Only days of employees who belong to this site then. */
  readonly siteId?: string
  /** Only these employees; without it everybody. */
  readonly reach?: Reach | undefined
}

export type EmployeeTimesheet = {
  readonly employee: EmployeeRef
  readonly timesheet: Timesheet
}

export type TimesheetPage = {
  /** Counted while they are read, so that no page is in memory as a whole. */
  readonly timesheets: AsyncIterable<EmployeeTimesheet>
  /** Whether there is anybody whose hours were asked for. */
  readonly isEmpty: boolean
  /** The employee after whom the next page begins; null on the last. */
  readonly next: string | null
}

/** A day with something to correct, and whose it is. */
export type DayToCorrect = { readonly employee: EmployeeRef; readonly sheet: DaySheet }

export type DaysToCorrect = {
  readonly days: readonly DayToCorrect[]
  readonly next: string | null
}

export interface Timesheets {
  /** A page of timesheets, by employee; employees without anything in the range are in it too. */
  page(query: TimesheetQuery & { after?: string; limit: number }): Promise<TimesheetPage>
  /**
   * A page of the days on which something should be corrected or decided, by employee and day. It has
   * whole employees, so it may be longer than `limit`; `next` is not null as long as some were not looked at.
   */
  toCorrect(query: TimesheetQuery & { after?: string; limit: number }): Promise<DaysToCorrect>
  /** All timesheets of a query, read some employees at a time so that memory stays bounded. */
  all(query: TimesheetQuery): AsyncGenerator<EmployeeTimesheet>
  /** The names of the sites, for whoever shows a timesheet. */
  siteNames(): Promise<ReadonlyMap<string, string>>
}

export type TimesheetsDeps = {
  readonly store: Pick<
    AttendanceStore,
    'sites' | 'schedules' | 'assignments' | 'leaves' | 'corrections' | 'hours'
  >
  readonly clock: Clock
}

/** Where people belong before any site is made. UTC, because a server's own zone means nothing. */
const nowhere: Site = { id: '', name: '', zone: 'UTC' }

/**
 * Employees read at a time: some 1,500 records of a month. What is read ahead outlives the collector's first
 * looks, and fills the memory until the last: with 25 it was twice as much.
 */
const batchSize = 10

/** Employees and days of employees looked at for one page of days to correct: some seconds' work. */
const maxSeen = 250
const maxDaysSeen = 31 * maxSeen

/** How many employees are read at a time over so long a range: one at most where it is cut into pieces. */
export const batchOf = (range: DayRange): number => (piecesOf(range).length > 1 ? 1 : batchSize)

/** Days before and after a range of which it is asked whether they are holidays: a session may last for days. */
const daysAround = 14

/** What is the same for all employees of one answer. */
type Scenery = {
  readonly surroundings: Surroundings
  readonly sites: ReadonlyMap<string, Site>
  readonly schedules: ReadonlyMap<string, Schedule>
  readonly longestMinutes: number
}

export function createTimesheets({ store, clock }: TimesheetsDeps): Timesheets {
  async function readScenery({ range }: TimesheetQuery): Promise<Scenery> {
    const sites = await store.sites.list()
    const schedules = await store.schedules.list()
    const calendars = new Map<string, HolidayCalendar>()
    const around = { from: mondayOf(range.from) - daysAround, to: range.to + daysAround }
    for (const site of sites)
      calendars.set(site.id, holidaysOf(site, await store.sites.daysOf(site.id, around), around))
    const none: HolidayCalendar = new Map()
    const rules = schedules.flatMap(({ versions }) => versions.map((version) => version.rules))
    return {
      surroundings: {
        defaultSite: sites[0] ?? nowhere,
        holidaysOf: (siteId) => calendars.get(siteId) ?? none,
        now: secondOf(microsOf(clock.now())),
      },
      sites: new Map(sites.map((site) => [site.id, site])),
      schedules: new Map(schedules.map((schedule) => [schedule.id, schedule])),
      longestMinutes: Math.max(
        rulesWithoutSchedule.maxSession,
        ...rules.map(({ maxSession }) => maxSession),
      ),
    }
  }

  async function timesheetsOf(
    people: readonly Person[],
    { range, siteId }: TimesheetQuery,
    scenery: Scenery,
  ): Promise<EmployeeTimesheet[]> {
    const ids = people.map(({ id }) => id)
    const assignments = Map.groupBy(await store.assignments.of(ids), (row) => row.employeeId)
    const corrections = Map.groupBy(
      await store.corrections.of(ids),
      (row) => row.correction.employeeId,
    )
    const employments = people.map((employee) => {
      const written = corrections.get(employee.id) ?? []
      const held = (assignments.get(employee.id) ?? []).flatMap((row) =>
        completeAssignment(row, scenery),
      )
      const employment: Omit<Employment, 'leaves'> = {
        employeeId: employee.id,
        assignments: held,
        employed: employedDays(employee, held, scenery.surroundings),
        pending: pendingOf(written),
      }
      return { employee, employment, written, parts: [] as Timesheet[] }
    })
    for (const piece of piecesOf(range)) {
      const reading = readingRange(piece, scenery.longestMinutes)
      const micros = { from: reading.from * 1_000_000, to: reading.to * 1_000_000 }
      const records = Map.groupBy(await store.hours.of(ids, micros), (row) => row.employeeId)
      const near = { from: mondayOf(piece.from) - 7, to: piece.to + 7 }
      const leaves = Map.groupBy(await store.leaves.of(ids, near), (row) => row.employeeId)
      for (const { employee, employment, written, parts } of employments) {
        await giveWay()
        const folded = foldCorrections(
          records.get(employee.id) ?? [],
          written.map(({ correction }) => correction),
          written.flatMap(({ decision }) => (decision === null ? [] : [decision])),
        ).filter(({ at }) => at >= micros.from && at < micros.to)
        const inPiece = { ...employment, leaves: leaves.get(employee.id) ?? [] }
        parts.push(timesheetOf(inPiece, folded, piece, scenery.surroundings))
      }
    }
    return employments.map(({ employee, parts }) => {
      const timesheet = joined(parts)
      return {
        employee,
        timesheet: siteId === undefined ? timesheet : partAtSite(timesheet, siteId),
      }
    })
  }

  /** The timesheets of these people, some at a time. */
  async function* each(
    people: readonly Person[],
    query: TimesheetQuery,
    scenery: Scenery,
  ): AsyncGenerator<EmployeeTimesheet> {
    const atOnce = batchOf(query.range)
    for (let i = 0; i < people.length; i += atOnce) {
      yield* await timesheetsOf(people.slice(i, i + atOnce), query, scenery)
    }
  }

  return {
    async page({ after, limit, ...query }) {
      const scenery = await readScenery(query)
      const people = await peopleOf(query, limit + 1, after)
      const shown = people.slice(0, limit)
      return {
        timesheets: each(shown, query, scenery),
        isEmpty: shown.length === 0,
        next: people.length > limit ? (shown.at(-1)?.id ?? null) : null,
      }
    },

    async toCorrect({ after: first, limit, ...query }) {
      const scenery = await readScenery(query)
      const days: DayToCorrect[] = []
      let after = first
      const atOnce = batchOf(query.range)
      const most = Math.min(maxSeen, maxDaysSeen / (query.range.to - query.range.from + 1))
      for (let seen = 0; seen < most && days.length < limit; seen += atOnce) {
        const people = await peopleOf(query, atOnce, after)
        for (const { employee, timesheet } of await timesheetsOf(people, query, scenery)) {
          const found = timesheet.days.filter(({ marks }) => marks.some(isToCorrect))
          days.push(...found.map((sheet) => ({ employee, sheet })))
        }
        after = nextAfter(people, query)
        if (after === undefined) break
      }
      return { days, next: after ?? null }
    },

    async *all(query) {
      for await (const timesheets of readAhead(batches(query))) yield* timesheets
    },

    async siteNames() {
      return new Map((await store.sites.list()).map(({ id, name }) => [id, name]))
    },
  }

  async function* batches(query: TimesheetQuery): AsyncGenerator<EmployeeTimesheet[]> {
    const scenery = await readScenery(query)
    const atOnce = batchOf(query.range)
    let after: string | undefined
    do {
      const people = await peopleOf(query, atOnce, after)
      yield await timesheetsOf(people, query, scenery)
      after = nextAfter(people, query)
    } while (after !== undefined)
  }

  async function peopleOf(
    { range, employeeId, reach }: TimesheetQuery,
    limit: number,
    after: string | undefined,
  ): Promise<Person[]> {
    if (employeeId !== undefined) {
      const person = await store.hours.person(employeeId)
      const isWithin = !reach || (await store.assignments.isWithin(employeeId, reach))
      return person === undefined || !isWithin ? [] : [person]
    }
    const since = readingRange(range, 0).from * 1_000_000
    return store.hours.people({ limit, since, reach, ...(after !== undefined && { after }) })
  }
}

/** Whom to go on after; undefined when these were the last. */
const nextAfter = (people: readonly Person[], { range, employeeId }: TimesheetQuery) =>
  employeeId === undefined && people.length === batchOf(range) ? people.at(-1)?.id : undefined

/** When somebody is employed: whoever was forgotten has left, on that day unless another is known. */
function employedDays(
  { id, firstDay, lastDay, forgottenAt }: Person,
  assignments: readonly Assignment[],
  surroundings: Surroundings,
): EmploymentDays {
  if (lastDay !== null || forgottenAt === null) return { firstDay, lastDay }
  const employment = { employeeId: id, assignments, leaves: [] }
  return { firstDay, lastDay: homeDayAt(employment, secondOf(forgottenAt), surroundings) }
}

/** The corrections that wait for a decision, with what they are about. */
const pendingOf = (written: readonly DecidedCorrection[]): PendingCorrection[] =>
  written
    .filter(({ decision }) => decision === null)
    .map(({ correction }) => {
      const was = correction.action === 'add' ? [] : [correction.was]
      const becomes = correction.action === 'void' ? [] : [correction.becomes]
      return { id: correction.id, moments: [...was, ...becomes].map(({ at }) => secondOf(at)) }
    })

/** A site's holidays in a range: the shipped ones of the calendar that it keeps on each day, and its own days, which win. */
export function holidaysOf(
  site: KeptSite,
  days: readonly SiteDay[],
  range: DayRange,
): HolidayCalendar {
  const kept = calendarsOf(site)
  const shipped = kept.flatMap(({ from, calendar }, i) => {
    const until = kept[i + 1]?.from ?? Infinity
    if (calendar === null) return []
    return shippedHolidays(calendar).filter(
      ({ day }) => day >= from && day < until && day >= range.from && day <= range.to,
    )
  })
  const own = days.flatMap(({ day, name, isHoliday }): Holiday[] =>
    isHoliday ? [{ day, name: { fr: name, en: name, ar: name }, provisional: false }] : [],
  )
  const workdays = new Set(days.flatMap(({ day, isHoliday }) => (isHoliday ? [] : [day])))
  return calendarOf(
    shipped.filter(({ day }) => !workdays.has(day)),
    own,
  )
}

/** An assignment with its site and schedule; nothing where its site is not known, which a database forbids. */
function completeAssignment(
  { id, employeeId, from, siteId, scheduleId, weekOffset }: KeptAssignment,
  { sites, schedules }: Scenery,
): Assignment[] {
  const site = sites.get(siteId)
  const schedule = scheduleId === null ? null : (schedules.get(scheduleId) ?? null)
  return site === undefined ? [] : [{ id, employeeId, from, site, schedule, weekOffset }]
}
