import { readFileSync } from 'node:fs'

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

/** The committed table; `npm run bench:calibration` measures it again. */
export const readCalibration = (): Calibration =>
  JSON.parse(readFileSync(new URL('./calibration.json', import.meta.url), 'utf8')) as Calibration

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
