import type { Clock } from '../../ports/clock.ts'
import type { NewId } from '../../ports/ids.ts'
import {
  type LegacyEmployee,
  type LegacyRecord,
  type RefusedRow,
  takeEmployee,
  type TakenEmployee as NamedEmployee,
  type TakeOverSettings,
  takeRecords,
} from './legacy.ts'
import type { AttendanceStore } from '../ports/store.ts'
import { microsOf, secondOf } from '../../time/instant.ts'
import { accepted, type Checked } from '../../time/problem.ts'
import { createSessionLimits } from '../session-limit.ts'
import { rulesWithoutSchedule } from '../../time/rules.ts'
import { clockAt, parseZone } from '../../time/zone.ts'
import type {
  LastCounted,
  OlderEmployee,
  TakenEmployee,
  TakenRecord,
} from '../ports/recorded-hours.ts'

/** The database of the older program, which is only read. */
export interface OlderProgram {
  /** Recognises the database when it is taken over again. */
  readonly source: string
  employees(): Promise<LegacyEmployee[]>
  /** Those whose id comes after `afterId`, in no order. */
  recordsOf(employeeId: number, afterId: number): Promise<LegacyRecord[]>
  /** Records of employees that its table of employees does not have. */
  strayRecords(): Promise<LegacyRecord[]>
  close(): Promise<void>
}

export type OlderImportReport = {
  readonly isImported: boolean
  /** How many are new here. */
  readonly employees: number
  /** How many were taken over by an earlier run; only their records since then are. */
  readonly known: number
  /** Employees of these names are here already, or have left: they and their records are passed over. */
  readonly passedOver: readonly NamedEmployee[]
  readonly records: number
  readonly duplicates: number
  /** Records at a time that the clocks of the zone skipped or showed twice, read by rule. */
  readonly ambiguous: number
  readonly refused: readonly RefusedRow[]
  /** Everybody who is new here: the embeddings of another model are not compared. */
  readonly enrolAgain: readonly NamedEmployee[]
}

export type ImportOlderOptions = {
  /** Whose clocks wrote the timestamps that have no offset. */
  readonly zone: string
  readonly debounceSeconds: number
  readonly isDryRun: boolean
  /** Told after each employee. */
  readonly onProgress?: (done: number, total: number) => void
}

export type ImportOlder = (
  older: OlderProgram,
  options: ImportOlderOptions,
) => Promise<Checked<OlderImportReport>>

export type ImportOlderDeps = {
  readonly store: Pick<AttendanceStore, 'hours' | 'assignments' | 'schedules' | 'sites'>
  readonly clock: Clock
  readonly newId: NewId
}

/** How often records are read anew because somebody clocked in meanwhile. */
const maxAttempts = 5

/** Another process takes over the same employee, or writes records of them again and again. */
export class BusyEmployeeError extends Error {
  override readonly name = 'BusyEmployeeError'

  constructor() {
    super('Somebody else is at work on an employee; run the import again to go on')
  }
}

/**
 * Takes over the employees and records of the older program, each employee in one transaction that also
 * keeps how far it came: run again, it goes on where it was cut off, and takes over what was added since,
 * nothing twice. Rows that cannot be taken over are reported by table and id and keep nothing else back.
 */
export function createImportOlder({ store, clock, newId }: ImportOlderDeps): ImportOlder {
  const sessionLimitOf = createSessionLimits(store)
  return async function importOlder(older, { zone: rawZone, isDryRun, ...options }) {
    const zone = parseZone(rawZone, 'zone')
    if (!zone.ok) return zone
    const now = microsOf(clock.now())
    const settings = {
      zoneId: zone.value,
      debounceSeconds: options.debounceSeconds,
      sessionLimit: () => rulesWithoutSchedule.maxSession,
      now,
    }
    const known = await store.hours.known()
    const names = new Set(known.flatMap(({ name, hasLeft }) => (hasLeft ? [] : [name])))
    const taken = new Map(
      (await store.hours.takenFrom(older.source)).map((each) => [each.olderId, each]),
    )
    const gone = await store.hours.goneFrom(older.source)
    const sums = { employees: 0, known: 0, records: 0, duplicates: 0, ambiguous: 0 }
    const refused: RefusedRow[] = []
    const passedOver: NamedEmployee[] = []
    const enrolAgain: NamedEmployee[] = []

    const count = (read: ReadRecords) => {
      sums.records += read.records.length
      sums.duplicates += read.records.filter(({ duplicateOf }) => duplicateOf !== undefined).length
      sums.ambiguous += read.ambiguous
      refused.push(...read.refused)
    }
    const all = await older.employees()
    for (const [i, row] of all.entries()) {
      const employee = takeEmployee(row)
      const before = taken.get(row.id)
      if (employee.outcome === 'refused') {
        refused.push(employee.refused)
      } else if (before !== undefined && !before.hasLeft) {
        sums.known += 1
        count(await takeMore(older, before, settings, isDryRun))
      } else if (before !== undefined || gone.has(row.id) || names.has(employee.value.name)) {
        passedOver.push(employee.value)
      } else {
        sums.employees += 1
        enrolAgain.push(employee.value)
        count(await takeNew(older, employee.value, settings, isDryRun))
      }
      options.onProgress?.(i + 1, all.length)
    }
    for (const { id } of await older.strayRecords()) {
      const detail = 'the employee of this record is not in the table of employees'
      const problem = { code: 'unknown-employee', field: 'employee_id', detail } as const
      refused.push({ legacyId: id, table: 'attendance_record', problem })
    }
    return accepted({ isImported: !isDryRun, ...sums, passedOver, refused, enrolAgain })
  }

  async function takeNew(
    older: OlderProgram,
    { legacyId, name }: NamedEmployee,
    settings: TakeOverSettings,
    isDryRun: boolean,
  ): Promise<ReadRecords> {
    const id = newId()
    const rows = await older.recordsOf(legacyId, 0)
    const read = readRecords(rows, id, settings, undefined)
    if (isDryRun) return read
    const person = { id, name, createdAt: settings.now, assignment: null }
    const reached: OlderEmployee = {
      source: older.source,
      olderId: legacyId,
      lastRecordId: largestId(rows, 0),
    }
    if (await store.hours.takeOver([{ person, records: read.records, older: reached }])) return read
    throw new BusyEmployeeError()
  }

  async function takeMore(
    older: OlderProgram,
    before: TakenEmployee,
    settings: TakeOverSettings,
    isDryRun: boolean,
  ): Promise<ReadRecords> {
    const rows = await older.recordsOf(before.olderId, before.lastRecordId)
    const sessionLimit = await sessionLimitOf(before.employeeId)
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const last = await store.hours.lastCounted(before.employeeId)
      const read = readRecords(rows, before.employeeId, { ...settings, sessionLimit }, last)
      if (isDryRun || rows.length === 0) return read
      const reached = { ...before, lastRecordId: largestId(rows, before.lastRecordId) }
      if (await store.hours.takeOverMore(reached, last, read.records)) return read
    }
    throw new BusyEmployeeError()
  }

  function readRecords(
    rows: readonly LegacyRecord[],
    employeeId: string,
    settings: TakeOverSettings,
    last: LastCounted | undefined,
  ): ReadRecords {
    const ids = new Map<number | 'before', string>(last && [['before', last.id]])
    const refused: RefusedRow[] = []
    let ambiguous = 0
    const taken = takeRecords(rows, { ...settings, ...(last && { before: last }) })
    const records = taken.flatMap((row): TakenRecord[] => {
      if (row.outcome === 'refused') {
        refused.push(row.refused)
        return []
      }
      const { legacyId, kind, at, duplicateOf, isAmbiguous } = row.value
      const id = newId()
      ids.set(legacyId, id)
      ambiguous += isAmbiguous ? 1 : 0
      const original = duplicateOf === null ? undefined : ids.get(duplicateOf)
      const made = clockAt(settings.zoneId, secondOf(at))
      const record = { id, employeeId, siteId: null, kind, at, clock: made }
      return [original === undefined ? record : { ...record, duplicateOf: original }]
    })
    return { records, refused, ambiguous }
  }
}

type ReadRecords = {
  readonly records: readonly TakenRecord[]
  readonly refused: readonly RefusedRow[]
  readonly ambiguous: number
}

const largestId = (rows: readonly LegacyRecord[], otherwise: number): number =>
  rows.reduce((largest, { id }) => Math.max(largest, id), otherwise)
