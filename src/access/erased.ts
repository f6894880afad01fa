import { Temporal } from 'temporal-polyfill'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** That somebody was forgotten: it is done again when an older copy of the database is put back. */
export type Erasure = {
  readonly employeeId: string
  readonly records: 'keep' | 'erase'
  /** Instant in ISO 8601. */
  readonly at: string
}

/** Who was forgotten, as the database knows it. */
export interface ForgottenStore {
  all(): Promise<Erasure[]>
}

/** Erasures in a file outside of the database, each on the disk before it is answered. Ids only, no names. */
export interface ErasureList {
  /** Unless it is there already. */
  add(erasure: Erasure): void
  all(): readonly Erasure[]
}

/** A file of lines of JSON for its owner only; a line that a crash has cut off counts as not there. */
export function erasureFile(path: string): ErasureList {
  const all = () => readLines(path).flatMap(readLine)
  let known: Set<string> | undefined
  const keyOf = ({ employeeId, records }: Erasure) => `${employeeId} ${records}`
  return {
    all,
    add(erasure) {
      known ??= new Set(all().map(keyOf))
      if (known.has(keyOf(erasure))) return
      const file = openSync(path, 'a', 0o600)
      try {
        // On a line of its own, whatever was cut off before.
        writeSync(file, `\n${JSON.stringify(erasure)}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      known.add(keyOf(erasure))
    },
  }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function readLine(line: string): Erasure[] {
  try {
    const { employeeId, records, at } = JSON.parse(line) as Record<string, unknown>
    if (typeof employeeId !== 'string' || typeof at !== 'string') return []
    return records === 'keep' || records === 'erase' ? [{ employeeId, records, at }] : []
  } catch {
    return [] // empty, or cut off
  }
}

/** What forgetting again asks of a database. */
export type ForgettingStore = {
  readonly forgotten: ForgottenStore
  readonly employees: {
    forget(employeeId: string, records: 'keep' | 'erase', at: Temporal.Instant): Promise<boolean>
  }
}

/** Writes down outside of the database whom it knows as forgotten. */
export async function noteErasures(list: ErasureList, store: ForgottenStore): Promise<void> {
  for (const erasure of await store.all()) list.add(erasure)
}

/**
 * Forgets whom an older copy of the database has brought back, and gives how many they were: to be done before
 * anybody can be recognised.
 */
export async function forgetAgain(
  list: ErasureList,
  { forgotten, employees }: ForgettingStore,
): Promise<number> {
  const known = new Map((await forgotten.all()).map((one) => [one.employeeId, one.records]))
  let count = 0
  for (const { employeeId, records, at } of list.all()) {
    if (known.get(employeeId) === records || known.get(employeeId) === 'erase') continue
    if (await employees.forget(employeeId, records, Temporal.Instant.from(at))) count++
  }
  await noteErasures(list, forgotten)
  return count
}
