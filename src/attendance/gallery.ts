import {
  createVectorTable,
  normalise,
  similarity,
  type Embedding,
  type ImpostorModel,
  type ImpostorStatistics,
  type VectorTable,
} from '../face/index.ts'
import { mix, nearestPart } from './cohort.ts'
import type { Template } from './template.ts'

/** An employee and the score of their best template: standard deviations above the nearest strangers. */
export type Candidate = { readonly employeeId: string; readonly score: number }

/** The best employee, and the best of all the others. */
export type Nearest = { readonly best?: Candidate; readonly second?: Candidate }

/** All templates of one model, in memory, and whose they are. */
export interface Gallery {
  /** Adds templates; those of another model are left out, as they cannot be compared. */
  add(templates: readonly Template[]): void
  /** Takes out all templates of an employee, or only those named, and wipes their numbers from memory. */
  remove(employeeId: string, templateIds?: ReadonlySet<string>): void
  /** The best employee and the best other one, by each one's best template: compared with all, exactly. */
  nearest(probe: Embedding): Nearest
  /** The score of one employee's best template; undefined when they have none. */
  scoreOf(employeeId: string, probe: Embedding): number | undefined
  /** The employee's templates. */
  templatesOf(employeeId: string): Embedding[]
  /** How many templates there are, and of how many employees. */
  readonly size: number
  readonly employees: number
}

type Row = {
  readonly templateId: string
  readonly employeeId: string
  readonly strangers: ImpostorStatistics
}

/** An empty gallery for the embeddings of the impostor model's own model. */
export function createGallery(impostors: ImpostorModel): Gallery {
  const { model } = impostors
  const rows: Row[] = []
  const templatesPer = new Map<string, number>()
  let table: VectorTable | undefined

  const count = (employeeId: string, change: 1 | -1) => {
    const now = (templatesPer.get(employeeId) ?? 0) + change
    if (now === 0) templatesPer.delete(employeeId)
    else templatesPer.set(employeeId, now)
  }
  const check = (probe: Embedding) => {
    if (probe.model !== model) throw new TypeError(`The gallery holds ${model}, not ${probe.model}`)
  }

  return {
    add(templates) {
      for (const { id, employeeId, embedding } of templates) {
        if (embedding.model !== model) continue
        table ??= createVectorTable(embedding.vector.length)
        table.push(embedding.vector)
        rows.push({ templateId: id, employeeId, strangers: impostors.expect(embedding) })
        count(employeeId, 1)
      }
    },

    remove(employeeId, templateIds) {
      for (let i = rows.length - 1; i >= 0; i--) {
        const row = rows[i]
        if (row?.employeeId !== employeeId || templateIds?.has(row.templateId) === false) continue
        table?.removeBySwap(i)
        const last = rows.pop()
        if (last && i < rows.length) rows[i] = last
        count(employeeId, -1)
      }
    },

    nearest(probe) {
      check(probe)
      if (!table || rows.length === 0) return {}
      const similarities = table.products(probe.vector)
      const likeliest = rows[indexOfHighest(similarities)]?.employeeId
      const seen = nearestPart(similarities, (i) => rows[i]?.employeeId === likeliest)
      const strangers = mix(impostors.expect(probe), seen)
      return twoBest(rows, (row, i) =>
        normalise(similarities[i] as number, strangers, row.strangers),
      )
    },

    scoreOf(employeeId, probe) {
      check(probe)
      const strangers = impostors.expect(probe)
      const scores = rows.flatMap((row, i) =>
        row.employeeId === employeeId && table
          ? [
              normalise(
                similarity({ model, vector: table.row(i) }, probe),
                strangers,
                row.strangers,
              ),
            ]
          : [],
      )
      return scores.length > 0 ? Math.max(...scores) : undefined
    },

    templatesOf: (employeeId) =>
      rows.flatMap((row, i) =>
        row.employeeId === employeeId && table ? [{ model, vector: table.row(i).slice() }] : [],
      ),

    get size() {
      return rows.length
    },
    get employees() {
      return templatesPer.size
    },
  }
}

function indexOfHighest(values: Float32Array): number {
  let highest = 0
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[highest] as number)) highest = i
  return highest
}

/** The best row, and the best row of another employee. */
function twoBest(rows: readonly Row[], scoreOf: (row: Row, index: number) => number): Nearest {
  let best: Candidate | undefined
  let second: Candidate | undefined
  for (const [i, row] of rows.entries()) {
    const score = scoreOf(row, i)
    const { employeeId } = row
    if (employeeId === best?.employeeId) {
      if (score > best.score) best = { employeeId, score }
    } else if (!best || score > best.score) {
      second = best
      best = { employeeId, score }
    } else if (!second || score > second.score) {
      second = { employeeId, score }
    }
  }
  return { ...(best && { best }), ...(second && { second }) }
}
