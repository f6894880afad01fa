import type { Clock } from '../../ports/clock.ts'
import { giveWay } from '../../ports/give-way.ts'
import type { NewId } from '../../ports/ids.ts'
import {
  type KnownEmployees,
  createSettling,
  type LeaveCsvReport,
  type LeaveRowReport,
  readLeaveCsv,
  reportOf,
} from './leave-csv.ts'
import type { AttendanceStore } from '../ports/store.ts'
import { receiptFor, type Receipt } from '../../ports/receipt.ts'
import { daysAroundLeave, type Leave } from '../../time/leave.ts'
import { microsOf } from '../../time/instant.ts'

/** What a file of leave did, or would do. */
export type LeaveImportResult = {
  readonly report: LeaveCsvReport
  /** False for a dry run, and for a file with anything wrong in it: then nothing was written. */
  readonly isImported: boolean
}

export type ImportLeaves = (
  file: Uint8Array,
  options: { readonly isDryRun: boolean; readonly receipt?: Receipt<LeaveImportResult> },
) => Promise<LeaveImportResult>

export type ImportLeavesDeps = {
  readonly store: Pick<AttendanceStore, 'hours' | 'leaves'>
  readonly clock: Clock
  readonly newId: NewId
}

const employeesAtOnce = 500
/** How often a file is looked at anew because leave was noted meanwhile. */
const maxAttempts = 3

/** Imports leave from CSV in one transaction. */
export function createImportLeaves({ store, clock, newId }: ImportLeavesDeps): ImportLeaves {
  async function knownEmployees(): Promise<KnownEmployees> {
    const known = new Map<string, string[]>()
    let after: string | undefined
    do {
      const people = await store.hours.people({
        limit: employeesAtOnce,
        // Nobody who has left.
        since: Number.MAX_SAFE_INTEGER,
        ...(after !== undefined && { after }),
      })
      for (const { id, name } of people) {
        known.set(id, [id])
        const others = known.get(name)
        if (others === undefined) known.set(name, [id])
        else others.push(id)
      }
      after = people.length === employeesAtOnce ? people.at(-1)?.id : undefined
    } while (after !== undefined)
    return known
  }

  async function readReport(file: Uint8Array): Promise<LeaveCsvReport> {
    const rows = await readLeaveCsv(file, await knownEmployees())
    if ('outcome' in rows) return rows
    const wanted = rows.flatMap((row) => (row.outcome === 'read' ? [row.leave] : []))
    if (wanted.length === 0) return reportOf(rows.map(createSettling([])))
    const range = {
      from: wanted.reduce((first, { from }) => Math.min(first, from), Infinity),
      to: wanted.reduce((last, { to }) => Math.max(last, to), -Infinity),
    }
    const ids = [...new Set(wanted.map(({ employeeId }) => employeeId))]
    const there = []
    for (let i = 0; i < ids.length; i += employeesAtOnce) {
      const some = ids.slice(i, i + employeesAtOnce)
      for (const leave of await store.leaves.of(some, daysAroundLeave(range))) there.push(leave)
    }
    const settle = createSettling(there)
    const settled: LeaveRowReport[] = []
    for (const row of rows) {
      await giveWay()
      settled.push(settle(row))
    }
    return reportOf(settled)
  }

  return async function importLeaves(file, { isDryRun, receipt }) {
    for (let attempt = 1; ; attempt++) {
      const report = await readReport(file)
      if (isDryRun || report.outcome === 'unreadable' || !report.isClean) {
        return { report, isImported: false }
      }
      const leaves: Leave[] = []
      for (const row of report.rows) {
        await giveWay()
        if (row.outcome === 'new') leaves.push({ ...row.leave, id: newId() })
      }
      const result = { report, isImported: true }
      const kept = receiptFor(receipt, () => result)
      if (await store.hours.addLeaves(leaves, microsOf(clock.now()), kept)) return result
      if (attempt === maxAttempts) return { report, isImported: false }
    }
  }
}
