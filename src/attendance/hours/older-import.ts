import type { Clock } from '../clock.ts'
import type { NewId } from '../ids.ts'
import {
  type LegacyEmployee,
  type LegacyRecord,
  type RefusedRow,
  takeEmployee,
  type TakenEmployee,
  takeRecords,
} from '../import/legacy.ts'
import type { Store } from '../ports.ts'
import { microsOf } from '../time/instant.ts'
import { accepted, type Checked } from '../time/problem.ts'
import { rulesWithoutSchedule } from '../time/rules.ts'
import { parseZone } from '../time/zone.ts'
import type { TakenOver } from './ports.ts'

/** The database of the older program, which is only read. */
export interface OlderProgram {
  employees(): Promise<LegacyEmployee[]>
  recordsOf(employeeId: number): Promise<LegacyRecord[]>
  /** Records of employees that its table of employees does not have. */
  strayRecords(): Promise<LegacyRecord[]>
  close(): Promise<void>
}

export type OlderImportReport = {
  readonly isImported: boolean
  readonly employees: number
  /** Employees of these names are there already: they and their records are passed over. */
  readonly passedOver: number
  readonly records: number
  readonly duplicates: number
  /** Records at a time that the clocks of the zone skipped or showed twice, read by rule. */
  readonly ambiguous: number
  readonly refused: readonly RefusedRow[]
  /** Everybody taken over: the embeddings of another model are not compared. */
  readonly enrolAgain: readonly TakenEmployee[]
}

export type ImportOlderOptions = {
  /** Whose clocks wrote the timestamps that have no offset. */
  readonly zone: string
  readonly debounceSeconds: number
  readonly isDryRun: boolean
}

export type ImportOlder = (
  older: OlderProgram,
  options: ImportOlderOptions,
) => Promise<Checked<OlderImportReport>>

export type ImportOlderDeps = {
  readonly store: Pick<Store, 'hours'>
  readonly clock: Clock
  readonly newId: NewId
}

/**
 * Takes over the employees and records of the older program, in one transaction. Rows that cannot be are
 * reported by table and id, and keep nothing else from being taken over.
 */
export function createImportOlder({ store, clock, newId }: ImportOlderDeps): ImportOlder {
  return async function importOlder(older, { zone: rawZone, debounceSeconds, isDryRun }) {
    const zone = parseZone(rawZone, 'zone')
    if (!zone.ok) return zone
    const now = microsOf(clock.now())
    const known = await store.hours.names()
    const read = (await older.employees()).map(takeEmployee)
    const refused: RefusedRow[] = read.flatMap((row) =>
      row.outcome === 'refused' ? [row.refused] : [],
    )
    const all = read.flatMap((row) => (row.outcome === 'taken' ? [row.value] : []))
    const taken = all.filter(({ name }) => !known.has(name))
    for (const { id } of await older.strayRecords()) {
      const detail = 'the employee of this record is not in the table of employees'
      const problem = { code: 'unknown-employee', field: 'employee_id', detail } as const
      refused.push({ legacyId: id, table: 'attendance_record', problem })
    }
    const counts = { records: 0, duplicates: 0, ambiguous: 0 }

    async function readOne(employee: TakenEmployee): Promise<TakenOver> {
      const id = newId()
      const ids = new Map<number, string>()
      const rows = takeRecords(await older.recordsOf(employee.legacyId), {
        zoneId: zone.ok ? zone.value : 'UTC',
        debounceSeconds,
        maxSessionMinutes: rulesWithoutSchedule.maxSession,
        now,
      })
      const records = rows.flatMap((row) => {
        if (row.outcome === 'refused') {
          refused.push(row.refused)
          return []
        }
        const { legacyId, kind, at, duplicateOf, isAmbiguous } = row.value
        const recordId = newId()
        ids.set(legacyId, recordId)
        counts.records += 1
        counts.duplicates += duplicateOf === null ? 0 : 1
        counts.ambiguous += isAmbiguous ? 1 : 0
        const original = duplicateOf === null ? undefined : ids.get(duplicateOf)
        const record = { id: recordId, employeeId: id, siteId: null, kind, at }
        return [original === undefined ? record : { ...record, duplicateOf: original }]
      })
      const person = { id, name: employee.name, createdAt: now, assignment: null }
      return { person, records }
    }

    const found: TakenOver[] = []
    for (const employee of taken) found.push(await readOne(employee))
    if (!isDryRun) await store.hours.takeOver(found)
    return accepted({
      isImported: !isDryRun,
      employees: taken.length,
      passedOver: all.length - taken.length,
      ...counts,
      refused,
      enrolAgain: taken,
    })
  }
}
