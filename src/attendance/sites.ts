import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { AttendanceStore } from './ports/store.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import { dayIn } from '../time/zone.ts'
import { dateOf, type Day, parseDay } from '../time/day.ts'
import type { Holiday } from '../time/holiday.ts'
import type { ShippedCalendarId } from '../time/holidays/shipped.ts'
import { readIcs } from '../time/ics.ts'
import { microsOf } from '../time/instant.ts'
import { accepted, type Checked, problemsOf } from '../time/problem.ts'
import { checkSite } from '../time/site.ts'
import { parseName } from '../time/name.ts'
import type { KeptSite } from './ports/planning.ts'
import { holidaysOf } from './timesheets.ts'

/** Sites and the days on which nobody is expected there. Undefined stands for a site that is not there. */
export interface Sites {
  add(
    draft: { name: string; zone: string; calendar: ShippedCalendarId | null },
    receipt?: Receipt<KeptSite>,
  ): Promise<Checked<KeptSite>>
  /**
   * Changes the name or the calendar. The zone stays: it says of which day past records are, so a move is
   * a new site with new assignments.
   */
  change(
    id: string,
    draft: { name?: string; calendar?: ShippedCalendarId | null },
  ): Promise<Checked<KeptSite> | undefined>
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

export type SitesDeps = {
  readonly store: Pick<AttendanceStore, 'sites'>
  readonly clock: Clock
  readonly newId: NewId
}

export function createSites({ store, clock, newId }: SitesDeps): Sites {
  return {
    async add({ name, zone, calendar }, receipt) {
      const site = checkSite({ name, zone })
      if (!site.ok) return site
      const kept = { id: newId(), ...site.value, calendar }
      await store.sites.add(kept, microsOf(clock.now()), receipt)
      return accepted(kept)
    },

    async change(id, draft) {
      const name = draft.name === undefined ? undefined : parseName(draft.name, 'name')
      if (name?.ok === false) return name
      const site = await store.sites.change(id, {
        ...(name !== undefined && { name: name.value }),
        ...(draft.calendar !== undefined && { calendar: draft.calendar }),
      })
      return site && accepted(site)
    },

    async holidays(id, year) {
      const site = await store.sites.find(id)
      if (!site) return undefined
      const holidays = holidaysOf(site, await store.sites.daysOf(id))
      return [...holidays.values()]
        .filter(({ day }) => dateOf(day).startsWith(`${year}-`))
        .sort((a, b) => a.day - b.day)
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
      const read = readIcs(file, dayIn(site.zone, clock.now()))
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
