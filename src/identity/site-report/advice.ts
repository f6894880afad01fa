import { scoreAt, type Calibration } from '../calibration.ts'
import { policyFor, targetFpirRange, verificationFmr, type DecisionSettings } from '../decision.ts'
import { ruleOf30, type PairRates, type PhotoPair } from './pair-scores.ts'
import type { SearchRates, Searches } from './searches.ts'

/** Why a setting is recommended, or why little can be said. */
export type AdviceReason =
  /** The table does not reach the target with so many templates. */
  | 'target-out-of-reach'
  /** Strangers here are more alike than those of the table, more than chance explains. */
  | 'strangers-more-alike'
  /** Too few comparisons of strangers to notice whether they are more alike than those of the table. */
  | 'too-few-strangers'
  /** Photos of different folders would pass for one person at the threshold in force. */
  | 'alike-folders'
  /** Somebody was taken for somebody else although both are enrolled. */
  | 'wrong-identities'
  /** Many employees would not be recognised among all, though they are when they say who they are. */
  | 'misses-without-pin'
  /** Many employees would not be recognised either way: better or more photos are needed. */
  | 'misses'
  /** Nothing speaks against the settings in force. */
  | 'as-expected'

export type Advice = {
  /** Search among all, or a PIN or a badge first and then the face. */
  readonly mode: 'identify' | 'verify'
  readonly targetFpir: number
  readonly minMargin: number
  readonly reasons: readonly AdviceReason[]
}

/** Where so many pairs of people are expected to match and fewer than 30 do, they do not match far too often. */
const noticedFrom = 3
/** From this share of employees not recognised on, people go back to the paper list. */
const tooManyMisses = 0.1
/** A wrong identity is answered by a margin this much wider, up to the widest that the settings take. */
const marginStep = 0.1
const widestMargin = 3

export type Findings = {
  readonly calibration: Calibration
  /** Photos of different folders that are most alike, and the score from which they pass for one person. */
  readonly alike: readonly PhotoPair[]
  readonly threshold: number
  /** People in the photos. */
  readonly people: number
  readonly settings: DecisionSettings
  /** Templates that the site will have. */
  readonly templates: number
  /** At the points of the calibration's table, in its order. */
  readonly rates: readonly PairRates[]
  /** With the policy for the site's size. */
  readonly search: SearchRates
  readonly searches: Searches
}

/** What a site's own figures say about its settings. */
export function adviceFor(findings: Findings): Advice {
  const { calibration, settings, templates, search, searches } = findings
  const reasons: AdviceReason[] = []
  const excess = excessOf(findings)
  if (excess === undefined) reasons.push('too-few-strangers')
  else if (excess > 1) reasons.push('strangers-more-alike')
  const targetFpir = Math.max(
    targetFpirRange.min,
    roundDown(settings.targetFpir / Math.max(1, excess ?? 1)),
  )

  if (findings.alike.some(({ score }) => score >= findings.threshold)) reasons.push('alike-folders')
  if (search.wrong.errors > 0) reasons.push('wrong-identities')
  const needed = Math.ceil((searches.largestWrongMargin ?? 0) / marginStep + 1) * marginStep
  const minMargin =
    search.wrong.errors > 0
      ? Number(Math.min(widestMargin, Math.max(settings.minMargin, needed)).toFixed(1))
      : settings.minMargin

  const { reached } = policyFor(calibration, templates, { targetFpir, minMargin })
  if (!reached) reasons.push('target-out-of-reach')
  const misses = search.fnir.rate ?? 0
  const refusals = searches.verificationFnmr.rate ?? 0
  const pinHelps = misses > tooManyMisses && refusals < misses / 2
  if (misses > tooManyMisses) reasons.push(pinHelps ? 'misses-without-pin' : 'misses')
  if (reasons.length === 0) reasons.push('as-expected')
  return { mode: reached && !pinHelps ? 'identify' : 'verify', targetFpir, minMargin, reasons }
}

/**
 * How many times more often strangers match here than the table says; 1 when chance alone may explain it;
 * undefined where too few people were compared. Told from 30 pairs of people, since many comparisons of the same
 * two people say as little as one.
 */
function excessOf({ calibration: { table }, rates, people }: Findings): number | undefined {
  const lowest = rates.findLastIndex(({ pairsOfFolders }) => pairsOfFolders >= ruleOf30)
  const { fmr } = table[lowest] ?? {}
  const found = rates[lowest]?.fmr
  if (fmr === undefined || !found?.wilson || found.rate === null) {
    const noticed = ((people * (people - 1)) / 2) * (table[0]?.fmr ?? 0)
    return noticed >= noticedFrom ? 1 : undefined
  }
  const sure = Math.min(found.wilson[0], found.people?.[0] ?? found.wilson[0])
  return sure > fmr ? found.rate / fmr : 1
}

/** To one digit, downwards: a target is no place for false precision. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  return Number((Math.floor(value / power + 1e-9) * power).toPrecision(1))
}

/** The score from which a face is that of the employee whom a PIN or a badge names. */
export const verificationThreshold = (calibration: Calibration): number =>
  scoreAt(calibration, verificationFmr).score
