import type { Clock } from '../ports/clock.ts'
import type { SearchScope } from '../identity/search-scope.ts'
import type { NewId } from '../ports/ids.ts'
import type { AttendanceStore } from './ports/store.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import { dayIn } from '../time/zone.ts'
import { type Day, dayOf, parseDay } from '../time/day.ts'
import type { Holiday } from '../time/holiday.ts'
import type { ShippedCalendarId } from '../time/holidays/shipped.ts'
import { inPieces } from '../ports/give-way.ts'
import { readIcs } from '../time/ics.ts'
import { microsOf } from '../time/instant.ts'
import { accepted, type Checked, problemsOf, refused } from '../time/problem.ts'
import { checkSite } from '../time/site.ts'
import { parseName } from '../time/name.ts'
import { calendarOn } from './calendars.ts'
import type { CalendarChange, KeptSite, IfUnused } from './ports/planning.ts'
import { checkUnused } from './use.ts'
import { holidaysOf } from './timesheets.ts'

/** Sites and the days on which nobody is expected there. Undefined stands for a site that is not there. */
export interface Sites {
  add(
    draft: { name: string; zone: string; calendar: ShippedCalendarId | null },
    receipt?: Receipt<KeptSite>,
  ): Promise<Checked<KeptSite>>
  /**
   * Changes the name, the calendar from a day on, among whom faces are looked for, or whether it is in use. The zone stays: it says of which day
   * past records are, so a move is a new site with new assignments. Nobody may be assigned to what goes out of use.
   */
  change(id: string, draft: SiteChange): Promise<Checked<KeptSite> | undefined>
  /** Removes a site that was never used. */
  remove(id: string): Promise<Checked<true> | undefined>
  /** The day that the clocks of a site show now. */
  today(site: KeptSite): Day
  holidays(id: string, year: number): Promise<readonly Holiday[] | undefined>
  /** Adds a holiday, confirms a provisional one, or makes a workday of one. */
  putDay(
    id: string,
    draft: { date: string; name: string; isHoliday: boolean },
  ): Promise<Checked<Day> | undefined>
  removeDay(id: string, date: string): Promise<Checked<boolean>>
  /** Adds the whole-day events of a calendar file; all of them or, when one is wrong, none. */
  importDays(
    id: string,
    file: Uint8Array,
    receipt?: Receipt<number>,
  ): Promise<Checked<number> | undefined>
}

export type SiteChange = {
  readonly name?: string
  readonly calendar?: ShippedCalendarId | null
  /** From when on the calendar holds; today unless told, never before. */
  readonly calendarFrom?: string
  readonly archived?: boolean
  readonly search?: SearchScope
}

export type SitesDeps = {
  readonly store: Pick<AttendanceStore, 'sites' | 'assignments'>
  readonly clock: Clock
  readonly newId: NewId
}

export function createSites({ store, clock, newId }: SitesDeps): Sites {
  const today = (site: KeptSite): Day => dayIn(site.zone, clock.now())

  /** The calendar that a draft asks for; null where it changes nothing. */
  function calendarChange(
    { calendar, calendarFrom }: SiteChange,
    site: KeptSite,
  ): Checked<CalendarChange | null> {
    if (calendar === undefined) {
      return calendarFrom === undefined
        ? accepted(null)
        : refused('missing-value', 'calendar', 'calendarFrom goes with calendar')
    }
    const now = today(site)
    const from = calendarFrom === undefined ? accepted(now) : parseDay(calendarFrom, 'calendarFrom')
    if (!from.ok) return from
    if (from.value < now) {
      return refused(
        'rewrites-the-past',
        'calendarFrom',
        'calendarFrom must be today or later: days already worked keep their holidays',
      )
    }
    const isNew = calendarOn(site, from.value) !== calendar
    return accepted(isNew ? { from: from.value, calendar } : null)
  }

  /** What keeps a site from going out of use, asked when nobody else can be assigned to it. */
  function ifUnused({ archived }: SiteChange, site: KeptSite): IfUnused | undefined {
    if (archived !== true) return undefined
    const day = today(site)
    const check: IfUnused['check'] = (rows) =>
      checkUnused(rows, day, ({ siteId }) => siteId === site.id)
    return { day, check }
  }

  return {
    async add({ name, zone, calendar }, receipt) {
      const site = checkSite({ name, zone })
      if (!site.ok) return site
      const kept = { id: newId(), ...site.value, calendar }
      await store.sites.add(kept, microsOf(clock.now()), receipt)
      return accepted(kept)
    },

    async change(id, draft) {
      const site = await store.sites.find(id)
      if (!site) return undefined
      const name = draft.name === undefined ? undefined : parseName(draft.name, 'name')
      const calendar = calendarChange(draft, site)
      const problems = problemsOf(name === undefined ? [calendar] : [name, calendar])
      if (problems.length > 0) return { ok: false, problems }
      const { archived, search } = draft
      const change = {
        ...(name?.ok && { name: name.value }),
        ...(search !== undefined && { search }),
        ...(calendar.ok && calendar.value !== null && { calendar: calendar.value }),
        ...(archived !== undefined &&
          archived !== (site.archivedAt !== undefined) && {
            archivedAt: archived ? microsOf(clock.now()) : null,
          }),
      }
      return store.sites.change(id, change, ifUnused(draft, site))
    },

    async remove(id) {
      const removal = await store.sites.remove(id)
      if (removal === 'not-there') return undefined
      return removal === 'removed'
        ? accepted(true)
        : refused(
            'in-use',
            'id',
            'people were assigned to this site or recorded at it, or a kiosk, an operator or a key is of it: archive it, so that hours stay as they are',
          )
    },

    today,

    async holidays(id, year) {
      const site = await store.sites.find(id)
      if (!site) return undefined
      const inYear = { from: dayOf(`${year}-01-01`), to: dayOf(`${year}-12-31`) }
      const holidays = holidaysOf(site, await store.sites.daysOf(id, inYear), inYear)
      return [...holidays.values()].sort((a, b) => a.day - b.day)
    },

    async putDay(id, draft) {
      const day = parseDay(draft.date, 'date')
      const name = parseName(draft.name, 'name')
      if (!day.ok || !name.ok) return { ok: false, problems: problemsOf([day, name]) }
      if (!(await store.sites.find(id))) return undefined
      await store.sites.putDays(
        id,
        [{ day: day.value, name: name.value, isHoliday: draft.isHoliday }],
        microsOf(clock.now()),
      )
      return day
    },

    async removeDay(id, date) {
      const day = parseDay(date, 'date')
      return day.ok ? accepted(await store.sites.removeDay(id, day.value)) : day
    },

    async importDays(id, file, receipt) {
      const site = await store.sites.find(id)
      if (!site) return undefined
      const read = await inPieces(readIcs(file, dayIn(site.zone, clock.now())))
      if (!read.ok) return read
      const days = new Map(
        read.value.map(({ day, name }) => [day, { day, name: name.en, isHoliday: true }]),
      )
      const kept = receiptFor(receipt, () => days.size)
      await store.sites.putDays(id, [...days.values()], microsOf(clock.now()), kept)
      return accepted(days.size)
    },
  }
}
