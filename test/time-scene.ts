import { Temporal } from 'temporal-polyfill'
import type { RecordKind } from '../src/time/record-kind.ts'
import type { Assignment } from '../src/time/assignment.ts'
import { byMoment, type TimedRecord } from '../src/time/correction.ts'
import { dateOf, dayOf, weekdays } from '../src/time/day.ts'
import { figureNames } from '../src/time/figures.ts'
import { calendarOf, type Holiday } from '../src/time/holiday.ts'
import { microsOf } from '../src/time/instant.ts'
import type { Leave } from '../src/time/leave.ts'
import type { Employment, Surroundings } from '../src/time/plan.ts'
import { checkVersion, type VersionDraft } from '../src/time/schedule.ts'
import type { ShiftDraft } from '../src/time/shift.ts'
import { timesheetOf } from '../src/time/timesheet.ts'

/** Seconds. */
export const hour = 3600

/** An assignment to a site of a zone, with a schedule from 2020 on or without any. */
export function scheduled(
  zone: string,
  draft: Omit<VersionDraft, 'from'> | null,
  weekOffset = 0,
): Assignment {
  const version = draft === null ? null : checkVersion({ from: '2020-01-06', ...draft })
  if (version?.ok === false) throw new Error(JSON.stringify(version.problems))
  return {
    id: 'a',
    employeeId: 'e',
    from: dayOf('2020-01-01'),
    site: { id: 'home', name: 'Home', zone },
    schedule: version === null ? null : { id: 's', name: 'S', versions: [version.value] },
    weekOffset,
  }
}

/** A record by the clocks of the site: `['2026-03-02T08:00', 'in']`. */
export type Entry = [local: string, kind: RecordKind, more?: Partial<TimedRecord>]

const recordsIn = (zone: string, entries: Entry[]): TimedRecord[] =>
  entries
    .map(([local, kind, more], i): TimedRecord => ({
      id: `r${String(i).padStart(3, '0')}`,
      employeeId: 'e',
      siteId: 'home',
      kind,
      at: microsOf(Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant()),
      ...more,
    }))
    .sort(byMoment)

export type Scene = {
  zone?: string
  draft?: Omit<VersionDraft, 'from'> | null
  assignments?: Assignment[]
  leaves?: Leave[]
  holidays?: readonly Holiday[]
  now?: string
  entries: Entry[]
}

/** The timesheet of one employee over a range of days. */
export function timesheet(from: string, to: string, scene: Scene) {
  const zone = scene.zone ?? 'Europe/Paris'
  const employment: Employment = {
    employeeId: 'e',
    assignments: scene.assignments ?? [scheduled(zone, scene.draft ?? null)],
    leaves: scene.leaves ?? [],
  }
  const surroundings: Surroundings = {
    defaultSite: { id: 'home', name: 'Home', zone },
    holidaysOf: () => calendarOf(scene.holidays ?? []),
    now: Date.parse(scene.now ?? '2030-01-01T00:00:00Z') / 1000,
  }
  return timesheetOf(
    employment,
    recordsIn(zone, scene.entries),
    { from: dayOf(from), to: dayOf(to) },
    surroundings,
  )
}

/** The figures of a timesheet that are not zero, by date, in hours. */
export const hoursOf = (sheet: ReturnType<typeof timesheet>) =>
  Object.fromEntries(
    sheet.days.map(({ day, figures }) => [
      dateOf(day),
      Object.fromEntries(
        figureNames
          .filter((name) => figures[name] !== 0 && !name.startsWith('days'))
          .map((name) => [name, name.startsWith('missing') ? figures[name] : figures[name] / hour]),
      ),
    ]),
  )
/** What is marked, by date. */
export const marksOf = (sheet: ReturnType<typeof timesheet>) =>
  sheet.days.flatMap(({ day, marks }) => marks.map(({ code }) => `${dateOf(day)} ${code}`))

export const nights = { weeks: [everyDay({ name: 'Night', start: '22:00', end: '06:00' })] }
export const office = { name: 'Office', start: '09:00', end: '17:00' }

type Week = VersionDraft['weeks'][number]

export function everyDay(...shifts: ShiftDraft[]): Week {
  return Object.fromEntries(weekdays.map((weekday) => [weekday, shifts]))
}
