import {
  createVectorTable,
  isFiniteVector,
  scoreOf,
  similarity,
  type Embedding,
  type ImpostorModel,
  type VectorTable,
} from '../face/index.ts'
import { createOwners, type Owners } from './owners.ts'
import { createPlace } from './place.ts'
import type { Template } from './template.ts'

/** An employee and the score of their best template: standard deviations above the nearest strangers. */
export type Candidate = { readonly employeeId: string; readonly score: number }

/** The best employee, and the best of all the others. */
export type Nearest = { readonly best?: Candidate; readonly second?: Candidate }

/** The nearest among some employees, and among all the others. */
export type NearestApart = { readonly own: Nearest; readonly others: Nearest }

/** All templates of one model, in memory, and whose they are. */
export interface Gallery {
  /**
   * Adds templates that are not there yet; those that cannot be compared, of another model, of another length or
   * with something that is no number, are left out.
   */
  add(templates: readonly Template[]): void
  /** Takes out all templates of an employee, or only those named, and wipes their numbers from memory. */
  remove(employeeId: string, templateIds?: ReadonlySet<string>): void
  /** Makes these all that the employee has: adds those that are not there, takes out the others. */
  replace(employeeId: string, templates: readonly Template[]): void
  /**
   * The best employee and the best other one, by each one's best template: compared with all, exactly. Throws
   * for a probe that cannot be compared.
   */
  nearest(probe: Embedding): Nearest
  /** The same among some employees, and among all the others, in one comparison. */
  nearestApart(probe: Embedding, own: ReadonlySet<string>): NearestApart
  /** The score of one employee's best template; undefined when they have none. */
  scoreOf(employeeId: string, probe: Embedding): number | undefined
  /**
   * By how many standard deviations strangers are ahead here of those that thresholds were measured on, whose
   * nearest sixteenth reached `reference` on average. For all searches until templates have come or gone. With
   * `own`: of those who are like these employees.
   */
  alikeness(reference: number, own?: ReadonlySet<string>): number
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

/** An empty gallery for the embeddings of the impostor model's own model. */
export function createGallery(impostors: ImpostorModel): Gallery {
  const { model } = impostors
  // A template is a row in each of these: an object for each would cost a search more than its comparisons.
  const templateIds: string[] = []
  const owners = createOwners()
  const place = createPlace(impostors, owners)
  let table: VectorTable | undefined

  /** The best two employees and their scores, of those whom `isMeant` admits by their number. */
  const search = (
    probe: Embedding,
    groups: readonly ((number: number) => boolean)[],
  ): Nearest[] => {
    check(probe)
    if (!table || templateIds.length === 0) return groups.map(() => ({}))
    const { similarities, around } = place.compare(table, probe, (alike) => {
      const likeliest = owners.numbers()[indexOfHighest(alike)] as number
      return owners.rowsOf(owners.idOf(likeliest))
    })
    const score = (alike: number, row: number) =>
      scoreOf(alike, around, place.withRow(row), impostors)
    return groups.map((isMeant) => twoBest(similarities, score, owners, isMeant))
  }
  const check = (probe: Embedding) => {
    if (probe.model !== model) throw new TypeError(`The gallery holds ${model}, not ${probe.model}`)
    if (!isFiniteVector(probe.vector))
      throw new RangeError('A probe with something that is no number')
  }
  const removeRow = (row: number) => {
    if (table) place.removeBySwap(row, table.row(row))
    table?.removeBySwap(row)
    owners.removeBySwap(row)
    const last = templateIds.pop()
    if (last === undefined || row === templateIds.length) return
    templateIds[row] = last
  }

  const add = (templates: readonly Template[]) => {
    for (const { id, employeeId, embedding } of templates) {
      if (embedding.model !== model || !isFiniteVector(embedding.vector)) continue
      if (table && embedding.vector.length !== table.length) continue
      if (owners.rowsOf(employeeId).some((row) => templateIds[row] === id)) continue
      table ??= createVectorTable(embedding.vector.length)
      table.push(embedding.vector)
      place.push(embedding)
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

    nearest: (probe) => search(probe, [() => true])[0] ?? {},

    nearestApart(probe, own) {
      const isOwn = owners.among(own)
      const [mine = {}, others = {}] = search(probe, [isOwn, (number) => !isOwn(number)])
      return { own: mine, others }
    },

    scoreOf(employeeId, probe) {
      check(probe)
      const rows = owners.rowsOf(employeeId)
      const at = table
      if (!at || rows.length === 0) return undefined
      const around = place.around(at, probe, rows)
      const scores = rows.map((row) =>
        scoreOf(
          similarity({ model, vector: at.row(row) }, probe),
          around,
          place.withRow(row),
          impostors,
        ),
      )
      return Math.max(...scores)
    },

    alikeness: (reference, own) => place.alikeness(table, reference, own),

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

/** The best row, and the best row of another employee, by their scores, in one go. */
function twoBest(
  similarities: Float32Array,
  scoreOfRow: (similarity: number, row: number) => number,
  owners: Owners,
  isMeant: (number: number) => boolean,
): Nearest {
  const numbers = owners.numbers()
  let [best, second] = [-1, -1]
  let [bestScore, secondScore] = [-Infinity, -Infinity]
  for (let row = 0; row < similarities.length; row++) {
    const score = scoreOfRow(similarities[row] as number, row)
    // What is no number is above nothing.
    if (!(score > secondScore)) continue
    const number = numbers[row] as number
    if (!isMeant(number)) continue
    if (number === best) {
      if (score > bestScore) bestScore = score
    } else if (score > bestScore) {
      ;[second, secondScore] = [best, bestScore]
      ;[best, bestScore] = [number, score]
    } else {
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
