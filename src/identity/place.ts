import {
  normalise,
  similarity,
  type Embedding,
  type ImpostorModel,
  type ImpostorStatistics,
  type VectorTable,
} from '../face/index.ts'
import { alikenessOf } from './alikeness.ts'
import { createCentre } from './centre.ts'
import { createHistogram, mix } from './cohort.ts'
import type { Owners } from './owners.ts'

/** What strangers reach with each row of a gallery and with a face at the door, by the people of the place. */
export interface Place {
  /** The next row is this template. */
  push(template: Embedding): void
  /** Takes a row out, which held this vector, by putting the last one in its place. */
  removeBySwap(row: number, vector: Float32Array): void
  /** What strangers reach with a row's template, as it was when a face was last compared. */
  withRow(row: number): ImpostorStatistics
  /** What they reach with a face whose own rows may be these. */
  around(table: VectorTable, face: Embedding, ownRows: readonly number[]): ImpostorStatistics
  /** The same by its nearest too, and its similarities with every row, which tell whose rows are its own. */
  compare(
    table: VectorTable,
    face: Embedding,
    ownRows: (similarities: Float32Array) => readonly number[],
  ): { readonly similarities: Float32Array; readonly around: ImpostorStatistics }
  /** See `Gallery.alikeness`. */
  alikeness(table: VectorTable | undefined, reference: number, own?: ReadonlySet<string>): number
}

/** Up to this many templates each one's strangers are those of this gallery; a larger one has its nearest. */
const mostAdapted = 4096
/** They are worked out again when one template in so many has changed. */
const staleFrom = 1 / 128
/** For the alikeness so many templates are compared with so many others: within some milliseconds. */
const [fewestCompared, mostCompared, columns, comparisons] = [4, 64, 1024, 65_536]

/** A place without people. Whose rows are whose is told by `owners`. */
export function createPlace(impostors: ImpostorModel, owners: Owners): Place {
  const { model } = impostors
  const statistics = createStatisticsTable()
  const centre = createCentre()
  let size = 0
  /** Templates that came or went since strangers were last worked out, and since alikeness was. */
  let [unadapted, unmeasured] = [0, 0]
  let areAdapted = false
  /** Rows that came since, which are worked out before the next face is compared. */
  const fresh = new Set<number>()
  let alikeness: number | undefined
  /** The same of some employees, while they are the same set. */
  let ofSome = new WeakMap<ReadonlySet<string>, number>()

  const isStale = (changes: number) => changes > 0 && changes >= staleFrom * size
  const changed = () => {
    unadapted++
    unmeasured++
  }
  /** What strangers reach with a face that may be one of these rows'. */
  const expectAround = (at: VectorTable, face: Embedding, ownRows: readonly number[]) => {
    if (impostors.isSameForAll || size > mostAdapted) return impostors.expect(face)
    const own = ownRows.map((row) => similarity({ model, vector: at.row(row) }, face))
    return impostors.expect(face, centre.othersThan(own, face.vector))
  }
  const adaptRows = (
    at: VectorTable,
    employeeIds: Iterable<string>,
    isMeant: (row: number) => boolean,
  ) => {
    for (const employeeId of employeeIds) {
      const own = owners.rowsOf(employeeId)
      for (const row of own)
        if (isMeant(row)) statistics.set(row, expectAround(at, { model, vector: at.row(row) }, own))
    }
  }
  /** Afterwards a template that has just come counts like one that was there at the start. */
  const adapt = (at: VectorTable) => {
    const wereAdapted = areAdapted
    areAdapted = size <= mostAdapted && !impostors.isSameForAll
    if (areAdapted !== wereAdapted || (areAdapted && isStale(unadapted))) {
      unadapted = 0
      adaptRows(at, owners.ids(), () => true)
    } else if (areAdapted && fresh.size > 0) {
      const numbers = owners.numbers()
      const theirs = new Set([...fresh].map((row) => owners.idOf(numbers[row] as number)))
      adaptRows(at, theirs, (row) => fresh.has(row))
    }
    fresh.clear()
  }
  /** The similarities of a face with every row, and what strangers reach with it, rows that are its own left out. */
  const compare = (
    at: VectorTable,
    face: Embedding,
    ownRows: (similarities: Float32Array) => readonly number[],
  ) => {
    const similarities = at.products(face.vector)
    if (impostors.isSameForAll) return { similarities, around: impostors.expect(face) }
    const others = createHistogram(similarities)
    const own = ownRows(similarities)
    for (const row of own) others.leaveOut(similarities[row] as number)
    return { similarities, around: mix(expectAround(at, face, own), others.nearestPart()) }
  }
  /** Some employees' scores with the others, as if each stood at the door. */
  const scoresAmong = (at: VectorTable, rows: Int32Array): Float32Array => {
    const step = Math.ceil(
      rows.length / Math.max(fewestCompared, Math.min(mostCompared, comparisons / size)),
    )
    const columnStep = Math.ceil(rows.length / columns)
    const numbers = owners.numbers()
    const scores: number[] = []
    for (let i = 0; i < rows.length; i += step) {
      const row = rows[i] as number
      const number = numbers[row] as number
      const face = { model, vector: at.row(row) }
      const { similarities, around } = compare(at, face, () => owners.rowsOf(owners.idOf(number)))
      for (let j = 0; j < rows.length; j += columnStep) {
        const other = rows[j] as number
        if (numbers[other] !== number)
          scores.push(normalise(similarities[other] as number, around, statistics.at(other)))
      }
    }
    return Float32Array.from(scores)
  }
  const measure = (table: VectorTable | undefined, reference: number, rows: Int32Array) => {
    if (table) adapt(table)
    const scores = table ? scoresAmong(table, rows) : new Float32Array(0)
    const numbers = owners.numbers()
    const employees = new Set(Array.from(rows, (row) => numbers[row])).size
    return alikenessOf(scores, employees, reference)
  }

  return {
    push(template) {
      centre.add(template.vector)
      fresh.add(size)
      statistics.set(size++, impostors.expect(template))
      changed()
    },
    removeBySwap(row, vector) {
      centre.takeOut(vector)
      statistics.set(row, statistics.at(--size))
      fresh.delete(row)
      if (fresh.delete(size) && row !== size) fresh.add(row)
      changed()
    },
    withRow: statistics.at,
    around(table, face, ownRows) {
      adapt(table)
      return expectAround(table, face, ownRows)
    },
    compare(table, face, ownRows) {
      adapt(table)
      return compare(table, face, ownRows)
    },
    alikeness(table, reference, own) {
      if (alikeness === undefined || isStale(unmeasured)) {
        unmeasured = 0
        ofSome = new WeakMap()
        alikeness = measure(
          table,
          reference,
          Int32Array.from({ length: size }, (_, row) => row),
        )
      }
      if (!own) return alikeness
      const known = ofSome.get(own)
      if (known !== undefined) return known
      const rows = Int32Array.from([...own].flatMap((id) => owners.rowsOf(id))).sort()
      const measured = measure(table, reference, rows)
      ofSome.set(own, measured)
      return measured
    },
  }
}

/** What strangers reach with each row. */
type StatisticsTable = {
  at(row: number): ImpostorStatistics
  /** Rows are set one after the other, or again. */
  set(row: number, statistics: ImpostorStatistics): void
}

function createStatisticsTable(): StatisticsTable {
  let numbers = new Float64Array(512)
  return {
    at: (row) => ({ mean: numbers[2 * row] as number, deviation: numbers[2 * row + 1] as number }),
    set(row, { mean, deviation }) {
      if (2 * row >= numbers.length) {
        const longer = new Float64Array(2 * Math.ceil(numbers.length * 0.75))
        longer.set(numbers)
        numbers = longer
      }
      numbers[2 * row] = mean
      numbers[2 * row + 1] = deviation
    },
  }
}
