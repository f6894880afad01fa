import type { Rate } from './rate.ts'
import { phrases, type ReportLanguage } from './words.ts'

/** Numbers as the language writes them. */
export interface Numbers {
  count(value: number): string
  score(value: number): string
  /** A share in per cent, with two significant digits where it is small. */
  percent(share: number): string
  /** The share, and from how many. */
  rate(rate: Rate): string
  /** Both intervals, in brackets. */
  intervals(rate: Rate): string
}

export function createNumbers(language: ReportLanguage): Numbers {
  const counts = new Intl.NumberFormat(language)
  const scores = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const percents = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumSignificantDigits: 3,
  })
  const percent = (share: number) => percents.format(share)
  const interval = (range: readonly [number, number] | null) =>
    range ? `[${percent(range[0])} – ${percent(range[1])}]` : ''
  return {
    count: (value) => counts.format(value),
    score: (value) => scores.format(value),
    percent,
    rate: ({ rate, errors, trials }) =>
      rate === null
        ? phrases[language].notMeasured
        : `${percent(rate)} (${counts.format(errors)}/${counts.format(trials)})`,
    intervals: ({ wilson, people }) =>
      [interval(wilson), interval(people)].filter(Boolean).join(' '),
  }
}
