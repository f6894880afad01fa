import { Temporal } from 'temporal-polyfill'
import type { Row } from './databases.ts'
import type { Entry } from './ledger.ts'

const microsOf = (at: string) => Number(Temporal.Instant.from(at).epochNanoseconds / 1000n)

/**
 * Compares what the clients were told with what the database holds, once every request was answered.
 * Gives each breach of the promise in words; empty when it was kept.
 */
export function breaches(entries: readonly Entry[], rows: readonly Row[]): string[] {
  const employeeOf = new Map<string, string>()
  const recordOf = new Map<string, string>()
  const keyOf = new Map<string, string>()
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const found: string[] = []

  for (const entry of entries) {
    const { key } = entry
    if (entry.said === 'intent') {
      employeeOf.set(key, entry.employee)
      continue
    }
    const { receipt } = entry
    const before = recordOf.get(key)
    if (before !== undefined && before !== receipt.id) {
      found.push(`twice: ${key} was answered with the records ${before} and ${receipt.id}`)
    }
    const other = keyOf.get(receipt.id)
    if (other !== undefined && other !== key) {
      found.push(`shared: ${key} and ${other} were answered with one record`)
    }
    recordOf.set(key, receipt.id)
    keyOf.set(receipt.id, key)
    const row = rowOf.get(receipt.id)
    if (!row) {
      found.push(`lost: ${key} was answered with ${receipt.id}, which is not there`)
    } else if (
      row.kind !== receipt.kind ||
      row.at_micros !== microsOf(receipt.at) ||
      row.employee_id !== employeeOf.get(key)
    ) {
      found.push(`changed: ${receipt.id} is not what was answered`)
    }
  }
  for (const key of employeeOf.keys()) {
    if (!recordOf.has(key)) found.push(`open: ${key} was never answered`)
  }
  for (const { id } of rows) {
    if (!keyOf.has(id)) found.push(`phantom: nobody was told of the record ${id}`)
  }
  return [...found, ...disorder(rows)]
}

/** An employee's records must be numbered without a gap and go in and out by turns. */
function disorder(rows: readonly Row[]): string[] {
  const byEmployee = Map.groupBy(rows, (row) => row.employee_id)
  return [...byEmployee.values()].flatMap((theirs) =>
    theirs
      .toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0))
      .flatMap(({ id, ordinal, kind }, i) => {
        const expected = i % 2 === 0 ? 'in' : 'out'
        return ordinal === i + 1 && kind === expected ? [] : [`disorder: ${id} comes as ${i + 1}.`]
      }),
  )
}
