import { table } from '../statistics.ts'
import type { Identification, identifyPlainly } from './identification.ts'
import { falseMatchRates, type Verification } from './verification.ts'

const share = (value: number) => (Number.isNaN(value) ? 'too few' : value.toFixed(3))
const within = (value: number, [low, high]: readonly [number, number]) =>
  Number.isNaN(value) ? 'too few' : `${share(value)} (${share(low)}–${share(high)})`

/** What was found with so many templates each, by what is shipped and by plain dlib. */
export type IdentificationRow = {
  readonly count: number
  readonly shipped: Identification
  readonly plainly: ReturnType<typeof identifyPlainly>
}

/** A row for each way to score. */
export const verificationTable = (verifications: readonly Verification[]): string =>
  table(
    [
      'step',
      'accuracy',
      'wrong',
      ...falseMatchRates.map((fmr) => `TAR at FMR ${fmr.toExponential(0)}`),
    ],
    verifications.map((v) => [
      v.measure,
      `${(100 * v.accuracy).toFixed(2)} %`,
      `${v.errors} of ${v.pairs}`,
      ...v.rates.map(({ tar, interval }) => within(tar, interval)),
    ]),
  )

/** A row for each number of templates and rate of strangers. */
export const identificationTable = (identifications: readonly IdentificationRow[]): string =>
  table(
    [
      'templates each, at most',
      'employees',
      'templates',
      'probes',
      'strangers',
      'FPIR',
      'FNIR',
      'wrong',
      'plain FNIR',
      'plain wrong',
    ],
    identifications.flatMap(({ count, shipped, plainly }) =>
      shipped.atFpir.map(({ fpir, fnir, interval, wrong }, i) => [
        String(count),
        String(shipped.employees),
        String(shipped.templates),
        String(shipped.mated),
        String(shipped.strangers),
        fpir.toExponential(0),
        within(fnir, interval),
        wrong.toFixed(4),
        within(plainly[i]?.fnir ?? NaN, plainly[i]?.interval ?? [NaN, NaN]),
        (plainly[i]?.wrong ?? NaN).toFixed(4),
      ]),
    ),
  )
