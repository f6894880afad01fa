import { existsSync, readFileSync } from 'node:fs'
import type { RecogniserCard } from '../face/index.ts'

/** A false match rate and the score from which comparisons of strangers reach no more than it. */
export type CalibrationPoint = {
  /** False match rate of one comparison (FMR). */
  readonly fmr: number
  readonly score: number
  /** Whether at least 30 false matches were counted there; otherwise the line of those was drawn on. */
  readonly measured: boolean
}

/** How scores and false match rates belong together for one model, and what that was measured on. */
export type Calibration = {
  readonly model: string
  /** By falling false match rate. */
  readonly table: readonly CalibrationPoint[]
  /**
   * Mean of the highest sixteenth of the scores of templates of strangers with one another: what those of a
   * place are compared with.
   */
  readonly nearestMean: number
  readonly data: {
    readonly description: string
    readonly photos: number
    readonly people: number
    readonly impostorComparisons: number
  }
}

/** Where a recogniser's committed table is; `npm run bench:calibration` measures it again. */
export const calibrationFile = (name: string): URL =>
  new URL(`./calibrations/${name}.json`, import.meta.url)

/** The table of a recogniser. Throws when it has none, or one of embeddings that it does not make any more. */
export function readCalibration({ name, recipe }: Calibrated): Calibration {
  const file = calibrationFile(name)
  if (!existsSync(file))
    throw new Error(`The recogniser ${name} has no calibration: nothing can be decided by it`)
  const calibration = JSON.parse(readFileSync(file, 'utf8')) as Calibration
  if (calibration.model !== recipe)
    throw new Error(
      `The calibration of ${name} is of ${calibration.model}, not of ${recipe}: measure it again`,
    )
  return calibration
}

type Calibrated = Pick<RecogniserCard, 'recipe'> & { readonly name: string }

/** Where on the table a false match rate lies. `reached`: false when it is below the lowest one there. */
export function scoreAt(
  { table }: Calibration,
  fmr: number,
): { score: number; measured: boolean; reached: boolean } {
  const [highest] = table
  const lowest = table.at(-1)
  if (!highest || !lowest) throw new RangeError('A calibration without a table')
  if (fmr >= highest.fmr) return { ...highest, reached: true }
  if (fmr < lowest.fmr) return { ...lowest, reached: false }
  const next = table.findIndex((point) => point.fmr <= fmr)
  const [above, below] = [table[next - 1] ?? highest, table[next] ?? lowest]
  const part = Math.log(above.fmr / fmr) / Math.log(above.fmr / below.fmr)
  return {
    score: above.score + part * (below.score - above.score),
    measured: below.measured,
    reached: true,
  }
}
