import {
  createVectorTable,
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
import { createOwners, type Owners } from './owners.ts'
import type { Template } from './template.ts'

/** An employee and the score of their best template: standard deviations above the nearest strangers. */
export type Candidate = { readonly employeeId: string; readonly score: number }

/** The best employee, and the best of all the others. */
export type Nearest = { readonly best?: Candidate; readonly second?: Candidate }

/** All templates of one model, in memory, and whose they are. */
export interface Gallery {
  /** Adds templates that are not there yet; those of another model, which cannot be compared, are left out. */
  add(templates: readonly Template[]): void
  /** Takes out all templates of an employee, or only those named, and wipes their numbers from memory. */
  remove(employeeId: string, templateIds?: ReadonlySet<string>): void
  /** Makes these all that the employee has: adds those that are not there, takes out the others. */
  replace(employeeId: string, templates: readonly Template[]): void
  /** The best employee and the best other one, by each one's best template: compared with all, exactly. */
  nearest(probe: Embedding): Nearest
  /** The score of one employee's best template; undefined when they have none. */
  scoreOf(employeeId: string, probe: Embedding): number | undefined
  /**
   * By how many standard deviations strangers are ahead here of those that thresholds were measured on, whose
   * nearest sixteenth reached `reference` on average. For all searches until templates have come or gone.
   */
  alikeness(reference: number): number
  /** The employee's templates. */
  templatesOf(employeeId: string): Embedding[]
  /** How many they are. */
  countOf(employeeId: string): number
  /** Everybody who has a template. */
  employeeIds(): Iterable<string>
  /** How many templates there are, and of how many employees. */
  readonly size: number
  readonly employees: number
}

/** Up to this many templates each one's strangers are those of this gallery; a larger one has its nearest. */
const mostAdapted = 4096
/** They are worked out again when one template in so many has changed. */
const staleFrom = 1 / 128
/** For the alikeness so many templates are compared with so many others: within some milliseconds. */
const [fewestCompared, mostCompared, columns, comparisons] = [4, 64, 1024, 65_536]

/** An empty gallery for the embeddings of the impostor model's own model. */
export function createGallery(impostors: ImpostorModel): Gallery {
  const { model } = impostors
  // A template is a row in each of these: an object for each would cost a search more than its comparisons.
  const templateIds: string[] = []
  const owners = createOwners()
  const strangers = createStatisticsTable()
  const centre = createCentre()
  let table: VectorTable | undefined
  /** Templates that came or went since strangers were last worked out, and since alikeness was. */
  let [unadapted, unmeasured] = [0, 0]
  let areAdapted = false
  let alikeness: number | undefined

  const check = (probe: Embedding) => {
    if (probe.model !== model) throw new TypeError(`The gallery holds ${model}, not ${probe.model}`)
  }
  const isStale = (changes: number) => changes > 0 && changes >= staleFrom * templateIds.length
  const changed = () => {
    unadapted++
    unmeasured++
  }
  /** What strangers reach with a face that may be one of these rows'. */
  const expectAround = (at: VectorTable, face: Embedding, ownRows: readonly number[]) => {
    if (templateIds.length > mostAdapted) return impostors.expect(face)
    const own = ownRows.map((row) => similarity({ model, vector: at.row(row) }, face))
    return impostors.expect(face, centre.othersThan(own, face.vector))
  }
  const adapt = (at: VectorTable) => {
    if (!isStale(unadapted)) return
    unadapted = 0
    const wereAdapted = areAdapted
    areAdapted = templateIds.length <= mostAdapted
    if (!wereAdapted && !areAdapted) return
    for (const employeeId of owners.ids()) {
      const own = owners.rowsOf(employeeId)
      for (const row of own)
        strangers.set(row, expectAround(at, { model, vector: at.row(row) }, own))
    }
  }
  /** The similarities of a face with every row, and what strangers reach with it, rows that are its own left out. */
  const compare = (
    at: VectorTable,
    face: Embedding,
    ownRows: (similarities: Float32Array) => readonly number[],
  ) => {
    const similarities = at.products(face.vector)
    const others = createHistogram(similarities)
    const own = ownRows(similarities)
    for (const row of own) others.leaveOut(similarities[row] as number)
    return { similarities, around: mix(expectAround(at, face, own), others.nearestPart()) }
  }
  /** Some employees' scores with the others, as if each stood at the door. */
  const scoresAmong = (at: VectorTable): Float32Array => {
    const size = templateIds.length
    const step = Math.ceil(
      size / Math.max(fewestCompared, Math.min(mostCompared, comparisons / size)),
    )
    const columnStep = Math.ceil(size / columns)
    const numbers = owners.numbers()
    const scores: number[] = []
    for (let row = 0; row < size; row += step) {
      const number = numbers[row] as number
      const face = { model, vector: at.row(row).slice() }
      const { similarities, around } = compare(at, face, () => owners.rowsOf(owners.idOf(number)))
      for (let other = 0; other < size; other += columnStep)
        if (numbers[other] !== number)
          scores.push(normalise(similarities[other] as number, around, strangers.at(other)))
    }
    return Float32Array.from(scores)
  }
  const removeRow = (row: number) => {
    if (table) centre.takeOut(table.row(row))
    changed()
    table?.removeBySwap(row)
    owners.removeBySwap(row)
    const last = templateIds.pop()
    if (last === undefined || row === templateIds.length) return
    templateIds[row] = last
    strangers.set(row, strangers.at(templateIds.length))
  }

  const add = (templates: readonly Template[]) => {
    for (const { id, employeeId, embedding } of templates) {
      if (embedding.model !== model) continue
      if (owners.rowsOf(employeeId).some((row) => templateIds[row] === id)) continue
      table ??= createVectorTable(embedding.vector.length)
      table.push(embedding.vector)
      centre.add(embedding.vector)
      changed()
      strangers.set(templateIds.length, impostors.expect(embedding))
      templateIds.push(id)
      owners.push(employeeId)
    }
  }
  const removeThose = (employeeId: string, isGone: (templateId: string) => boolean) => {
    for (const row of owners.rowsOf(employeeId).reverse())
      if (isGone(templateIds[row] as string)) removeRow(row)
  }

  return {
    add,

    remove: (employeeId, which) => removeThose(employeeId, (id) => which?.has(id) ?? true),

    replace(employeeId, templates) {
      const kept = new Set(templates.map(({ id }) => id))
      removeThose(employeeId, (id) => !kept.has(id))
      add(templates)
    },

    nearest(probe) {
      check(probe)
      if (!table || templateIds.length === 0) return {}
      adapt(table)
      const { similarities, around } = compare(table, probe, (alike) => {
        const likeliest = owners.numbers()[indexOfHighest(alike)] as number
        return owners.rowsOf(owners.idOf(likeliest))
      })
      return twoBest(similarities, around, strangers, owners)
    },

    scoreOf(employeeId, probe) {
      check(probe)
      const rows = owners.rowsOf(employeeId)
      const at = table
      if (!at || rows.length === 0) return undefined
      adapt(at)
      const around = expectAround(at, probe, rows)
      const scores = rows.map((row) =>
        normalise(similarity({ model, vector: at.row(row) }, probe), around, strangers.at(row)),
      )
      return Math.max(...scores)
    },

    alikeness(reference) {
      if (alikeness === undefined || isStale(unmeasured)) {
        unmeasured = 0
        if (table) adapt(table)
        const scores = table ? scoresAmong(table) : new Float32Array(0)
        alikeness = alikenessOf(scores, owners.employees, reference)
      }
      return alikeness
    },

    templatesOf: (employeeId) =>
      owners
        .rowsOf(employeeId)
        .flatMap((row) => (table ? [{ model, vector: table.row(row).slice() }] : [])),

    countOf: (employeeId) => owners.rowsOf(employeeId).length,
    employeeIds: () => owners.ids(),

    get size() {
      return templateIds.length
    },
    get employees() {
      return owners.employees
    },
  }
}

function indexOfHighest(values: Float32Array): number {
  let highest = 0
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[highest] as number)) highest = i
  return highest
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

/** The best row, and the best row of another employee, by their scores, in one go. */
function twoBest(
  similarities: Float32Array,
  around: ImpostorStatistics,
  strangers: StatisticsTable,
  owners: Owners,
): Nearest {
  const numbers = owners.numbers()
  let [best, second] = [-1, -1]
  let [bestScore, secondScore] = [-Infinity, -Infinity]
  for (let row = 0; row < similarities.length; row++) {
    const score = normalise(similarities[row] as number, around, strangers.at(row))
    if (second !== -1 && score <= secondScore) continue
    const number = numbers[row] as number
    if (number === best) {
      if (score > bestScore) bestScore = score
    } else if (best === -1 || score > bestScore) {
      ;[second, secondScore] = [best, bestScore]
      ;[best, bestScore] = [number, score]
    } else if (second === -1 || score > secondScore) {
      ;[second, secondScore] = [number, score]
    }
  }
  const candidate = (number: number, score: number): Candidate => ({
    employeeId: owners.idOf(number),
    score,
  })
  return {
    ...(best !== -1 && { best: candidate(best, bestScore) }),
    ...(second !== -1 && { second: candidate(second, secondScore) }),
  }
}
