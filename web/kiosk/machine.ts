import type { QualityReason, RecordKind } from '../shared/contract.ts'
import type { Failure } from '../shared/failure.ts'

/** What somebody shows to clock in. */
export type Shown =
  | { readonly by: 'face'; readonly photo: Blob }
  | { readonly by: 'pin'; readonly number: string; readonly pin: string; readonly photo?: Blob }
  | { readonly by: 'badge'; readonly badge: string; readonly photo?: Blob }

/** What the person standing there is told about what they showed. */
export type Answer =
  | {
      readonly outcome: 'recorded' | 'already-recorded'
      readonly name: string
      readonly kind: RecordKind
      /** The instant of the record, ISO 8601 in UTC. */
      readonly at: string
      /** The record that whoever it is not can take back: one that was made just now, of a face. */
      readonly contestable?: string
    }
  | { readonly outcome: Refusal }
  | { readonly outcome: 'poor-quality'; readonly reasons: readonly QualityReason[] }
  /** What was recorded of somebody else counts no more. */
  | { readonly outcome: 'voided' }
  | { readonly outcome: 'failed'; readonly failure: Failure }

/** What the server does not take, each with an advice of its own. */
export const refusals = [
  'no-face',
  'several-faces',
  'unknown',
  'ambiguous',
  'wrong-pin',
  'unknown-badge',
  'face-differs',
  'face-needed',
  'too-many-attempts',
  'too-late',
] as const
export type Refusal = (typeof refusals)[number]

/** Attempts are numbered, so that an answer or a timer of an earlier one changes nothing. */
export type Kiosk =
  | { readonly step: 'ready'; readonly attempt: number }
  | { readonly step: 'sending'; readonly attempt: number; readonly shown: Shown }
  | { readonly step: 'contesting'; readonly attempt: number; readonly recordId: string }
  | {
      readonly step: 'told'
      readonly attempt: number
      readonly answer: Answer
      /** Kept only while sending it again is offered. */
      readonly shown: Shown | undefined
    }

export type KioskEvent =
  | { readonly type: 'shown'; readonly shown: Shown }
  | { readonly type: 'answered'; readonly attempt: number; readonly answer: Answer }
  | { readonly type: 'time-up'; readonly attempt: number }
  | { readonly type: 'dismissed' }
  | { readonly type: 'retried' }
  /** Somebody says that it was not them. */
  | { readonly type: 'contested' }

export const readyKiosk: Kiosk = { step: 'ready', attempt: 0 }

/** The kiosk after an event. Events that make no sense in a step leave it as it is. */
export function nextKiosk(kiosk: Kiosk, event: KioskEvent): Kiosk {
  switch (event.type) {
    case 'shown':
      // One at a time: a second press while the first photo is under way must not clock in twice.
      if (isUnderWay(kiosk)) return kiosk
      return { step: 'sending', attempt: kiosk.attempt + 1, shown: event.shown }
    case 'answered':
      if (!isUnderWay(kiosk) || event.attempt !== kiosk.attempt) return kiosk
      return {
        step: 'told',
        attempt: kiosk.attempt,
        answer: event.answer,
        shown: kiosk.step === 'sending' && isWorthRetrying(event.answer) ? kiosk.shown : undefined,
      }
    case 'time-up':
      if (kiosk.step !== 'told' || event.attempt !== kiosk.attempt) return kiosk
      return { step: 'ready', attempt: kiosk.attempt }
    case 'dismissed':
      if (kiosk.step !== 'told') return kiosk
      return { step: 'ready', attempt: kiosk.attempt }
    case 'retried':
      if (kiosk.step !== 'told' || kiosk.shown === undefined) return kiosk
      return { step: 'sending', attempt: kiosk.attempt + 1, shown: kiosk.shown }
    case 'contested': {
      const recordId = kiosk.step === 'told' ? contestableIn(kiosk.answer) : undefined
      if (recordId === undefined) return kiosk
      return { step: 'contesting', attempt: kiosk.attempt + 1, recordId }
    }
  }
}

type UnderWay = Extract<Kiosk, { step: 'sending' | 'contesting' }>

const isUnderWay = (kiosk: Kiosk): kiosk is UnderWay =>
  kiosk.step === 'sending' || kiosk.step === 'contesting'

/** The record that an answer speaks of, where it can be taken back. */
export const contestableIn = (answer: Answer): string | undefined =>
  'contestable' in answer ? answer.contestable : undefined

/** Whether the same may well be taken a moment later: it was not what was shown that was wrong. */
function isWorthRetrying(answer: Answer): boolean {
  if (answer.outcome !== 'failed') return false
  const { failure } = answer
  return failure.kind !== 'problem' || failure.problem.code !== 'unreadable-photo'
}

/**
 * How long an answer stays before the kiosk is ready for the next person, in milliseconds. A success is
 * read at a glance, and leaves time to say "not me"; advice takes about a second per three words; a failure
 * waits for "try again".
 */
export function stayMs(answer: Answer): number {
  switch (answer.outcome) {
    case 'recorded':
    case 'already-recorded':
      return contestableIn(answer) === undefined ? 5_000 : 8_000
    case 'poor-quality':
      return 6_000 + 2_000 * answer.reasons.length
    case 'failed':
      return 20_000
    case 'voided':
    case 'no-face':
    case 'several-faces':
    case 'unknown':
    case 'ambiguous':
    case 'wrong-pin':
    case 'unknown-badge':
    case 'face-differs':
    case 'face-needed':
    case 'too-many-attempts':
    case 'too-late':
      return 8_000
  }
}
