import { Temporal } from 'temporal-polyfill'
import type { RecordKind } from '../../time/record-kind.ts'
import { type EpochMicros, isConceivable, microsOf, secondOf } from '../../time/instant.ts'
import { parseName } from '../../time/name.ts'
import { toggledKind } from '../../time/toggle.ts'
import type { ImportProblem } from './import-problem.ts'

/** A row of the older program's table `employee`. Its embedding is only counted, never read. */
export type LegacyEmployee = {
  readonly id: number
  readonly name: string | null
  readonly hasEmbedding: boolean
  readonly photoPath: string | null
}

/** A row of the older program's table `attendance_record`. */
export type LegacyRecord = {
  readonly id: number
  readonly employeeId: number
  /** As the database spells it: `2024-03-31 08:00:00.123456`, with or without an offset. */
  readonly timestamp: string | null
}

/** What becomes of an employee: taken over, and to be enrolled again, because models do not compare. */
export type TakenEmployee = {
  readonly legacyId: number
  readonly name: string
  /** What there is to enrol from: the photo that the old program kept, or the person in front of a camera. */
  readonly enrolAgainFrom: 'photo' | 'camera'
}

export type TakenRecord = {
  readonly legacyId: number
  readonly legacyEmployeeId: number
  readonly kind: RecordKind
  readonly at: EpochMicros
  /** The id in the old table of the record that it repeats, or `before`: the last one taken over earlier. */
  readonly duplicateOf: number | 'before' | null
  /** Set where the clocks of the zone skipped or repeated this time, so that it was read by rule. */
  readonly isAmbiguous: boolean
}

/** A row that cannot be taken over, by its id in the old table. */
export type RefusedRow = {
  readonly legacyId: number
  readonly table: 'employee' | 'attendance_record'
  readonly problem: ImportProblem
}

export type Taken<T> =
  | { readonly outcome: 'taken'; readonly value: T }
  | { readonly outcome: 'refused'; readonly refused: RefusedRow }

export function takeEmployee({ id, name, photoPath }: LegacyEmployee): Taken<TakenEmployee> {
  const read = parseName(name ?? '', 'name')
  if (read.ok) {
    const enrolAgainFrom = photoPath === null || photoPath.trim() === '' ? 'camera' : 'photo'
    return { outcome: 'taken', value: { legacyId: id, name: read.value, enrolAgainFrom } }
  }
  const code = read.problems[0]?.code === 'missing-value' ? 'missing-value' : 'out-of-range'
  const problem: ImportProblem = { code, field: 'name', detail: read.problems[0]?.detail ?? '' }
  return { outcome: 'refused', refused: { legacyId: id, table: 'employee', problem } }
}

/**
 * Reads a timestamp of the old table. One without an offset is the time on the wall in `zoneId`; one that
 * the clocks skipped or repeated is read as schedules are (RFC 5545, 3.3.5) and marked.
 */
export function readTimestamp(
  text: string,
  zoneId: string,
): { at: EpochMicros; isAmbiguous: boolean } | null {
  const iso = text.trim().replace(' ', 'T')
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/.test(iso))
    return null
  try {
    if (/(Z|[+-]\d{2}(:?\d{2})?)$/.test(iso.slice(11))) {
      return { at: microsOf(Temporal.Instant.from(iso)), isAmbiguous: false }
    }
    const local = Temporal.PlainDateTime.from(iso, { overflow: 'reject' })
    const zoned = local.toZonedDateTime(zoneId)
    const other = local.toZonedDateTime(zoneId, { disambiguation: 'later' })
    const isSkipped = !zoned.toPlainDateTime().equals(local)
    return {
      at: microsOf(zoned.toInstant()),
      isAmbiguous: isSkipped || other.epochMilliseconds !== zoned.epochMilliseconds,
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export type TakeOverSettings = {
  /** The zone whose clocks wrote the naive timestamps. */
  readonly zoneId: string
  readonly debounceSeconds: number
  /** How many minutes a session may last that began at a moment. */
  readonly sessionLimit: (beganAt: EpochMicros) => number
  /** Nothing recorded after this moment can be true. */
  readonly now: EpochMicros
  /** The employee's last counted record here; what is taken over goes on from it. */
  readonly before?: { readonly kind: RecordKind; readonly at: EpochMicros }
}

/**
 * Takes over the records of one employee. The old table has no kinds, so each record is the opposite of
 * the one before, and one within the debounce time is kept as its duplicate. Gives every row back, taken
 * or refused, by moment.
 */
export function takeRecords(
  rows: readonly LegacyRecord[],
  settings: TakeOverSettings,
): Taken<TakenRecord>[] {
  const { debounceSeconds, sessionLimit, before } = settings
  const read = rows.map((row) => {
    const time = readTimestamp(row.timestamp ?? '', settings.zoneId)
    return { row, time, problem: problemOf(time, settings) }
  })
  const refused = read.flatMap(({ row, problem }): Taken<TakenRecord>[] =>
    problem === undefined
      ? []
      : [
          {
            outcome: 'refused',
            refused: { legacyId: row.id, table: 'attendance_record', problem },
          },
        ],
  )
  const valid = read
    .flatMap(({ row, time, problem }) =>
      time === null || problem !== undefined ? [] : [{ row, ...time }],
    )
    .sort((a, b) => a.at - b.at || a.row.id - b.row.id)

  const taken: Taken<TakenRecord>[] = []
  type Last = {
    readonly kind: RecordKind
    readonly at: EpochMicros
    readonly id: number | 'before'
  }
  let last: Last | undefined = before && { ...before, id: 'before' }
  for (const { row, at, isAmbiguous } of valid) {
    const isRepeat = last !== undefined && at - last.at < debounceSeconds * 1_000_000
    const earlier = last && { kind: last.kind, at: secondOf(last.at) }
    const value: TakenRecord = {
      legacyId: row.id,
      legacyEmployeeId: row.employeeId,
      kind:
        isRepeat && last
          ? last.kind
          : toggledKind(earlier, secondOf(at), last ? sessionLimit(last.at) : 0),
      at,
      duplicateOf: isRepeat && last ? last.id : null,
      isAmbiguous,
    }
    if (!isRepeat) last = { kind: value.kind, at, id: row.id }
    taken.push({ outcome: 'taken', value })
  }
  return [...taken, ...refused]
}

function problemOf(
  time: { at: EpochMicros } | null,
  { now, before }: TakeOverSettings,
): ImportProblem | undefined {
  const problem = (code: ImportProblem['code'], detail: string) =>
    ({ code, field: 'timestamp', detail }) as const
  if (time === null) return problem('not-a-timestamp', 'timestamp is not a date and time')
  if (!isConceivable(time.at))
    return problem('out-of-range', 'timestamp is outside the years 1970 to 2199')
  if (time.at > now) return problem('not-a-timestamp', 'timestamp lies in the future')
  return before !== undefined && time.at < before.at
    ? problem('before-the-last', 'timestamp lies before the last record of the employee here')
    : undefined
}
