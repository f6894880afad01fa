import type { Clock } from '../../ports/clock.ts'
import { giveWay } from '../../ports/give-way.ts'
import type { NewId } from '../../ports/ids.ts'
import {
  type EmployeeCsvReport,
  type ImportedEmployee,
  type KnownNames,
  readEmployeeCsv,
} from './employee-csv.ts'
import type { AttendanceStore } from '../ports/store.ts'
import { receiptFor, type Receipt } from '../../ports/receipt.ts'
import { microsOf } from '../../time/instant.ts'
import { dayIn } from '../../time/zone.ts'
import type { NewEmployee } from '../ports/recorded-hours.ts'

/** What a file of employees did, or would do. */
export type EmployeeImportResult = {
  readonly report: EmployeeCsvReport
  /** False for a dry run, and for a file with anything wrong in it: then nothing was written. */
  readonly isImported: boolean
}

export type ImportEmployees = (
  file: Uint8Array,
  options: { readonly isDryRun: boolean; readonly receipt?: Receipt<EmployeeImportResult> },
) => Promise<EmployeeImportResult>

export type ImportEmployeesDeps = {
  readonly store: Pick<AttendanceStore, 'sites' | 'schedules' | 'hours'>
  readonly clock: Clock
  readonly newId: NewId
}

/** How often a file is looked at anew because employees were added meanwhile. */
const maxAttempts = 3

const isInUse = ({ archivedAt }: { readonly archivedAt?: unknown }): boolean =>
  archivedAt === undefined

/** Imports employees from CSV in one transaction. They have no templates yet: enrolling is the next step. */
export function createImportEmployees({
  store,
  clock,
  newId,
}: ImportEmployeesDeps): ImportEmployees {
  async function knownNames(): Promise<KnownNames> {
    const employees = await store.hours.known()
    const sites = await store.sites.list()
    const schedules = await store.schedules.list()
    return {
      employees,
      sites: new Map(sites.filter(isInUse).map(({ id, name }) => [name, id])),
      schedules: new Map(schedules.filter(isInUse).map(({ id, name }) => [name, id])),
    }
  }

  return async function importEmployees(file, { isDryRun, receipt }) {
    for (let attempt = 1; ; attempt++) {
      const report = await readEmployeeCsv(file, await knownNames())
      if (isDryRun || report.outcome === 'unreadable' || !report.isClean) {
        return { report, isImported: false }
      }
      const zones = new Map((await store.sites.list()).map(({ id, zone }) => [id, zone]))
      const people: NewEmployee[] = []
      for (const row of report.rows) {
        await giveWay()
        if (row.outcome === 'new') people.push(completed(row.employee, zones))
      }
      const result = { report, isImported: true }
      const kept = receiptFor(receipt, () => result)
      if (await store.hours.addPeople(people, microsOf(clock.now()), kept)) return result
      // Somebody of one of these names came meanwhile: the next look finds them.
      if (attempt === maxAttempts) return { report, isImported: false }
    }
  }

  function completed(
    { name, number, siteId, scheduleId, from }: ImportedEmployee,
    zones: ReadonlyMap<string, string>,
  ): NewEmployee {
    const id = newId()
    const now = clock.now()
    const numbered = { ...(number !== null && { number }) }
    const person = { id, name, ...numbered, createdAt: microsOf(now) }
    if (siteId === null) return { ...person, assignment: null }
    const since = from ?? dayIn(zones.get(siteId) ?? 'UTC', now)
    const assignment = {
      id: newId(),
      employeeId: id,
      from: since,
      siteId,
      scheduleId,
      weekOffset: 0,
    }
    return { ...person, assignment }
  }
}
