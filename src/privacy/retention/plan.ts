import type { Temporal } from 'temporal-polyfill'
import type { Choices } from '../choices.ts'
import type { RetentionPeriods } from '../countries/country-profile.ts'
import { faceRuleOf } from '../face-rule.ts'
import { periodsOf } from '../retention-periods.ts'

/** Somebody whose templates are kept, and when they last did anything that these are kept for. */
export type TemplateHolder = {
  readonly employeeId: string
  readonly hasLeft: boolean
  /** Their last record, template or consent, whichever was last. */
  readonly lastUsedAt: Temporal.Instant
}

/** Somebody who left, and the last that was recorded of them: their last record, or that they left. */
export type Leaver = { readonly employeeId: string; readonly lastRecordedAt: Temporal.Instant }

/** Why templates go. */
export type TemplateReason = 'left' | 'unused' | 'face-not-allowed'

export type RetentionPlan = {
  readonly at: Temporal.Instant
  readonly periods: RetentionPeriods
  readonly templates: readonly {
    readonly employeeId: string
    readonly reason: TemplateReason
    readonly lastUsedAt: Temporal.Instant
  }[]
  /** Those of whom everything goes: records, corrections, consents, name. */
  readonly people: readonly Leaver[]
  /** How many employees have templates, so that it can be seen how much of all this is. */
  readonly holders: number
}

/**
 * So long after faces were switched off, or a country was chosen that has them off, templates stay: whoever chose
 * wrongly can choose again. Within it nobody is recognised.
 */
export const graceDays = 7

const dayHours = 24
/** A year as people count it, leap days included. */
const yearDays = 365.25

/** When a template or a person was last of use, before which it is to go. */
export function limitsOf(periods: RetentionPeriods, at: Temporal.Instant) {
  const daysAgo = (days: number) => at.subtract({ hours: Math.ceil(days * dayHours) })
  return {
    unusedBefore: daysAgo(periods.templateUnusedDays),
    recordedBefore: daysAgo(periods.recordYears * yearDays),
    graceBefore: daysAgo(graceDays),
  }
}

/** What is kept for nothing any more. `chosenAt` is when the choices that hold were made. */
export function planRetention(
  choices: Choices & { readonly at: Temporal.Instant },
  holders: readonly TemplateHolder[],
  leavers: readonly Leaver[],
  at: Temporal.Instant,
): RetentionPlan {
  const periods = periodsOf(choices)
  const { unusedBefore, recordedBefore, graceBefore } = limitsOf(periods, at)
  const isBefore = (instant: Temporal.Instant, limit: Temporal.Instant) =>
    instant.epochNanoseconds < limit.epochNanoseconds
  const faceHasGone = !faceRuleOf(choices).allowed && isBefore(choices.at, graceBefore)
  const reasonOf = ({ hasLeft, lastUsedAt }: TemplateHolder): TemplateReason | undefined => {
    if (hasLeft) return 'left'
    if (faceHasGone) return 'face-not-allowed'
    return isBefore(lastUsedAt, unusedBefore) ? 'unused' : undefined
  }
  return {
    at,
    periods,
    holders: holders.length,
    templates: holders.flatMap((holder) => {
      const reason = reasonOf(holder)
      const { employeeId, lastUsedAt } = holder
      return reason ? [{ employeeId, reason, lastUsedAt }] : []
    }),
    people: leavers.filter(({ lastRecordedAt }) => isBefore(lastRecordedAt, recordedBefore)),
  }
}
