import { table } from '../statistics.ts'
import type { RateAtFpir } from './identification.ts'
import type { Judged } from './judge.ts'
import { falseMatchRates, type Verification } from './verification.ts'

const share = (value: number) => (Number.isNaN(value) ? 'too few' : value.toFixed(3))
const within = (value: number, [low, high]: readonly [number, number]) =>
  Number.isNaN(value) ? 'too few' : `${share(value)} (${share(low)}–${share(high)})`

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

const rateCells = (rate: RateAtFpir | undefined): string[] => [
  rate ? within(rate.fnir, rate.interval) : '',
  rate ? rate.wrong.toFixed(4) : '',
]

/** A row for each number of templates and rate of strangers, the recognisers side by side. */
export function identificationTable(judged: readonly Judged[]): string {
  const [first] = judged
  return table(
    [
      'templates each, at most',
      'employees',
      'templates',
      'probes',
      'strangers',
      'FPIR',
      ...judged.flatMap(({ name }) => [`${name} FNIR`, `${name} wrong`]),
      'plain FNIR',
      'plain wrong',
    ],
    (first?.identifications ?? []).flatMap(({ count, found, plainly }, row) =>
      found.atFpir.map(({ fpir }, i) => [
        ...[count, found.employees, found.templates, found.mated, found.strangers].map(String),
        fpir.toExponential(0),
        ...judged.flatMap((one) => rateCells(one.identifications[row]?.found.atFpir[i])),
        ...rateCells(plainly?.[i]),
      ]),
    ),
  )
}

/** What the program itself decides, with its own threshold and margin. */
export const decidedTable = (judged: readonly Judged[]): string =>
  table(
    [
      'recogniser',
      'templates each',
      'target FPIR',
      'threshold',
      'strangers taken',
      'not found',
      'of these ambiguous',
      'wrong person',
    ],
    judged.flatMap(({ name, identifications }) =>
      identifications.flatMap(({ count, found }) =>
        found.decided.map((d) => [
          name,
          String(count),
          d.target.toExponential(0),
          d.threshold.toFixed(2),
          `${d.falsePositives} of ${found.strangers}`,
          `${d.misses} of ${found.mated} (${((100 * d.misses) / found.mated).toFixed(1)} %)`,
          String(d.ambiguous),
          String(d.wrong),
        ]),
      ),
    ),
  )
