import { rulesOn } from '../time/assignment.ts'
import { secondOf, type EpochMicros } from '../time/instant.ts'
import { rulesWithoutSchedule } from '../time/rules.ts'
import { zoneOf } from '../time/zone.ts'
import type { AttendanceStore } from './ports/store.ts'

/** The longest that a session may last that began at a moment, in minutes. */
export type SessionLimit = (beganAt: EpochMicros) => number

/**
 * Asks how long sessions of an employee may last, by the schedules that they were assigned to: what decides
 * at the door whether somebody comes or goes is what timesheets decide by.
 */
export function createSessionLimits(
  store: Pick<AttendanceStore, 'assignments' | 'schedules' | 'sites'>,
): (employeeId: string) => Promise<SessionLimit> {
  return async function sessionLimitOf(employeeId) {
    const assignments = await store.assignments.of([employeeId])
    if (assignments.every(({ scheduleId }) => scheduleId === null))
      return () => rulesWithoutSchedule.maxSession
    const sites = new Map((await store.sites.list()).map((site) => [site.id, site]))
    const schedules = new Map((await store.schedules.list()).map((each) => [each.id, each]))
    const complete = assignments.flatMap(({ siteId, scheduleId, ...row }) => {
      const site = sites.get(siteId)
      const schedule = scheduleId === null ? null : (schedules.get(scheduleId) ?? null)
      return site === undefined ? [] : [{ ...row, site, schedule }]
    })
    return (beganAt) => {
      const second = secondOf(beganAt)
      const dayAt = (zone: string) => zoneOf(zone).dayAt(second)
      const held = complete.findLast(({ site, from }) => from <= dayAt(site.zone))
      return held === undefined
        ? rulesWithoutSchedule.maxSession
        : rulesOn(held, dayAt(held.site.zone)).maxSession
    }
  }
}
