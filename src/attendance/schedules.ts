import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { AttendanceStore } from './ports/store.ts'
import type { Receipt } from '../ports/receipt.ts'
import { type Assignment, addAssignment, withdrawAssignment } from '../time/assignment.ts'
import { type Day, parseDay } from '../time/day.ts'
import { checkEmploymentDays, type EmploymentDays } from '../time/employment-days.ts'
import { checkLeave, type Leave, leaveClash, type LeaveDraft } from '../time/leave.ts'
import { microsOf } from '../time/instant.ts'
import { accepted, type Checked, problemsOf, refused } from '../time/problem.ts'
import {
  addVersion,
  checkVersion,
  type Schedule,
  type ScheduleVersion,
  type VersionDraft,
  withdrawVersion,
} from '../time/schedule.ts'
import { parseName } from '../time/name.ts'
import { dayIn } from '../time/zone.ts'
import type { KeptAssignment, KeptSchedule, IfUnused } from './ports/planning.ts'
import { checkUnused } from './use.ts'

export type AssignmentDraft = {
  readonly from: string
  readonly siteId: string
  readonly scheduleId: string | null
  readonly weekOffset?: number
}

/** What an operator may ask for that is not there. */
export type NotThere = {
  readonly notThere: 'employee' | 'site' | 'schedule' | 'assignment' | 'leave'
}

/** Who is to work when. What was worked keeps the rules that it was worked under. */
export interface Schedules {
  add(
    draft: VersionDraft & { name: string },
    receipt?: Receipt<Schedule>,
  ): Promise<Checked<Schedule>>
  addVersion(
    id: string,
    draft: VersionDraft,
    receipt?: Receipt<Schedule>,
  ): Promise<Checked<Schedule> | NotThere>
  assign(
    employeeId: string,
    draft: AssignmentDraft,
    receipt?: Receipt<KeptAssignment>,
  ): Promise<Checked<KeptAssignment> | NotThere>
  /** Takes a schedule out of use or back into it. Nobody may be assigned to what goes out of use. */
  archive(id: string, archived: boolean): Promise<Checked<KeptSchedule> | NotThere>
  /** Removes a schedule that nobody was ever assigned to. */
  remove(id: string): Promise<Checked<true> | NotThere>
  /** Withdraws a version of a schedule that has not begun. */
  removeVersion(id: string, from: string): Promise<Checked<true> | NotThere>
  /** Withdraws an assignment that has not begun. */
  withdraw(employeeId: string, from: string): Promise<Checked<true> | NotThere>
  /** Says when an employee is employed. */
  employ(
    employeeId: string,
    draft: { firstDay: string | null; lastDay: string | null },
  ): Promise<Checked<EmploymentDays> | NotThere>
  /** Takes leave back: without a trace where it has not begun, else it is kept and counts for nothing. */
  takeBackLeave(id: string): Promise<Checked<true> | NotThere>
  grantLeave(
    employeeId: string,
    draft: LeaveDraft,
    receipt?: Receipt<Leave>,
  ): Promise<Checked<Leave> | NotThere>
}

export type SchedulesDeps = {
  readonly store: Pick<
    AttendanceStore,
    'sites' | 'schedules' | 'assignments' | 'employments' | 'leaves' | 'employees'
  >
  readonly clock: Clock
  readonly newId: NewId
}

/** What every database can keep of one version, in bytes of JSON. */
const maxVersionBytes = 60_000

function checkFitting(draft: VersionDraft): Checked<ScheduleVersion> {
  const version = checkVersion(draft)
  if (!version.ok) return version
  return new TextEncoder().encode(JSON.stringify(version.value)).length > maxVersionBytes
    ? refused('too-large', 'weeks', 'the schedule has too many shifts')
    : version
}

export function createSchedules({ store, clock, newId }: SchedulesDeps): Schedules {
  /**
   * Today where it is latest of all sites: a schedule has no zone, and what has begun at one of its sites keeps
   * the rules under which it began.
   */
  async function latestToday(): Promise<Day> {
    const now = clock.now()
    const sites = await store.sites.list()
    return Math.max(
      ...(sites.length > 0 ? sites : [{ zone: 'UTC' }]).map(({ zone }) => dayIn(zone, now)),
    )
  }

  /** Puts their sites and schedules to assignments. */
  async function completion(): Promise<(rows: readonly KeptAssignment[]) => Assignment[]> {
    const sites = new Map((await store.sites.list()).map((site) => [site.id, site]))
    const schedules = new Map((await store.schedules.list()).map((each) => [each.id, each]))
    return (rows) =>
      rows.flatMap((row) => {
        const site = sites.get(row.siteId)
        const schedule = row.scheduleId === null ? null : (schedules.get(row.scheduleId) ?? null)
        return site === undefined ? [] : [{ ...row, site, schedule }]
      })
  }

  return {
    async add({ name: rawName, ...draft }, receipt) {
      const name = parseName(rawName, 'name')
      const version = checkFitting(draft)
      if (!name.ok || !version.ok) return { ok: false, problems: problemsOf([name, version]) }
      const schedule = { id: newId(), name: name.value, versions: [version.value] }
      await store.schedules.add(schedule, microsOf(clock.now()), receipt)
      return accepted(schedule)
    },

    async addVersion(id, draft, receipt) {
      if (!(await store.schedules.find(id))) return { notThere: 'schedule' }
      const version = checkFitting(draft)
      if (!version.ok) return version
      const today = await latestToday()
      const changed = await store.schedules.addVersion(
        id,
        version.value,
        microsOf(clock.now()),
        (schedule) => addVersion(schedule, version.value, today),
        receipt,
      )
      return changed ?? { notThere: 'schedule' }
    },

    async assign(employeeId, { from, siteId, scheduleId, weekOffset = 0 }, receipt) {
      if (!(await store.employees.find(employeeId))) return { notThere: 'employee' }
      const day = parseDay(from, 'from')
      if (!day.ok) return day
      const site = await store.sites.find(siteId)
      if (!site) return { notThere: 'site' }
      if (site.archivedAt !== undefined) {
        return refused('archived', 'siteId', 'the site is out of use')
      }
      const schedule = scheduleId === null ? null : await store.schedules.find(scheduleId)
      if (schedule === undefined) return { notThere: 'schedule' }
      if (schedule?.archivedAt !== undefined) {
        return refused('archived', 'scheduleId', 'the schedule is out of use')
      }
      const kept = { id: newId(), employeeId, from: day.value, siteId, scheduleId, weekOffset }
      const complete = await completion()
      const now = clock.now()
      const added = await store.assignments.add(
        kept,
        microsOf(now),
        (rows) => {
          const earlier = complete(rows)
          const zones = [site, earlier.at(-1)?.site ?? site].map(({ zone }) => zone)
          // A day that has begun where the employee belonged keeps its rules too.
          const today = Math.max(...zones.map((zone) => dayIn(zone, now)))
          return addAssignment(earlier, { ...kept, site, schedule }, today)
        },
        receipt,
      )
      return added ?? { notThere: 'employee' }
    },

    async archive(id, archived) {
      const schedule = await store.schedules.find(id)
      if (!schedule) return { notThere: 'schedule' }
      if (archived === (schedule.archivedAt !== undefined)) return accepted(schedule)
      const day = await latestToday()
      const check: IfUnused['check'] = (rows) =>
        checkUnused(rows, day, ({ scheduleId }) => scheduleId === id)
      const changed = archived
        ? await store.schedules.archive(id, microsOf(clock.now()), { day, check })
        : await store.schedules.archive(id, null)
      return changed ?? { notThere: 'schedule' }
    },

    async remove(id) {
      const removal = await store.schedules.remove(id)
      if (removal === 'not-there') return { notThere: 'schedule' }
      return removal === 'removed'
        ? accepted(true)
        : refused(
            'in-use',
            'id',
            'people were assigned to this schedule: archive it, so that their hours stay as they are',
          )
    },

    async removeVersion(id, from) {
      const day = parseDay(from, 'from')
      if (!day.ok) return day
      const today = await latestToday()
      const removed = await store.schedules.removeVersion(id, day.value, (schedule) => {
        const versions = schedule.versions.filter((version) => version.from !== day.value)
        const withdrawn = schedule.versions.find((version) => version.from === day.value)
        return withdrawn === undefined || versions.length === 0
          ? refused('in-use', 'from', 'a schedule has at least one version')
          : withdrawVersion({ ...schedule, versions }, withdrawn, today)
      })
      if (removed === false) return { notThere: 'schedule' }
      return removed.ok ? accepted(true) : removed
    },

    async withdraw(employeeId, from) {
      const day = parseDay(from, 'from')
      if (!day.ok) return day
      const complete = await completion()
      const now = clock.now()
      const removed = await store.assignments.remove(employeeId, day.value, (rows) => {
        const all = complete(rows)
        const zone = all.find((each) => each.from === day.value)?.site.zone ?? 'UTC'
        return withdrawAssignment(all, day.value, dayIn(zone, now))
      })
      if (removed === false) return { notThere: 'assignment' }
      return removed.ok ? accepted(true) : removed
    },

    async employ(employeeId, draft) {
      const days = checkEmploymentDays(draft)
      if (!days.ok) return days
      return (await store.employments.set(employeeId, days.value)) ? days : { notThere: 'employee' }
    },

    async takeBackLeave(id) {
      const leave = await store.leaves.find(id)
      if (!leave) return { notThere: 'leave' }
      // Whatever the zone: a leave of today has perhaps begun, and is kept.
      const hasBegun = leave.from <= dayIn('Pacific/Kiritimati', clock.now())
      const done = hasBegun
        ? await store.leaves.withdraw(id, microsOf(clock.now()))
        : await store.leaves.remove(id)
      return done ? accepted(true) : { notThere: 'leave' }
    },

    async grantLeave(employeeId, draft, receipt) {
      const checked = checkLeave(draft)
      if (!checked.ok) return checked
      if (!(await store.employees.find(employeeId))) return { notThere: 'employee' }
      const leave = { id: newId(), employeeId, ...checked.value }
      const added = await store.leaves.add(leave, microsOf(clock.now()), receipt)
      if (added === undefined) return { notThere: 'employee' }
      return added.clash === null ? accepted(leave) : leaveClash(added.clash)
    },
  }
}
