import type { QualityReason, RecordKind } from '../shared/contract.ts'
import type { Failure } from '../shared/failure.ts'

/** What the person standing there is told about a photo. */
export type Answer =
  | {
      readonly outcome: 'recorded' | 'already-recorded'
      readonly name: string
      readonly kind: RecordKind
      /** The instant of the record, ISO 8601 in UTC. */
      readonly at: string
    }
  | { readonly outcome: 'no-face' | 'several-faces' | 'unknown' | 'ambiguous' }
  | { readonly outcome: 'poor-quality'; readonly reasons: readonly QualityReason[] }
  | { readonly outcome: 'failed'; readonly failure: Failure }

/** Attempts are numbered, so that an answer or a timer of an earlier one changes nothing. */
export type Kiosk =
  | { readonly step: 'ready'; readonly attempt: number }
  | { readonly step: 'sending'; readonly attempt: number; readonly photo: Blob }
  | {
      readonly step: 'told'
      readonly attempt: number
      readonly answer: Answer
      /** Kept only while sending it again is offered. */
      readonly photo: Blob | undefined
    }

export type KioskEvent =
  | { readonly type: 'photo-taken'; readonly photo: Blob }
  | { readonly type: 'answered'; readonly attempt: number; readonly answer: Answer }
  | { readonly type: 'time-up'; readonly attempt: number }
  | { readonly type: 'dismissed' }
  | { readonly type: 'retried' }

export const readyKiosk: Kiosk = { step: 'ready', attempt: 0 }

/** The kiosk after an event. Events that make no sense in a step leave it as it is. */
export function nextKiosk(kiosk: Kiosk, event: KioskEvent): Kiosk {
  switch (event.type) {
    case 'photo-taken':
      // One at a time: a second press while the first photo is under way must not clock in twice.
      if (kiosk.step === 'sending') return kiosk
      return { step: 'sending', attempt: kiosk.attempt + 1, photo: event.photo }
    case 'answered':
      if (kiosk.step !== 'sending' || event.attempt !== kiosk.attempt) return kiosk
      return {
        step: 'told',
        attempt: kiosk.attempt,
        answer: event.answer,
        photo: isWorthRetrying(event.answer) ? kiosk.photo : undefined,
      }
    case 'time-up':
      if (kiosk.step !== 'told' || event.attempt !== kiosk.attempt) return kiosk
      return { step: 'ready', attempt: kiosk.attempt }
    case 'dismissed':
      if (kiosk.step !== 'told') return kiosk
      return { step: 'ready', attempt: kiosk.attempt }
    case 'retried':
      if (kiosk.step !== 'told' || kiosk.photo === undefined) return kiosk
      return { step: 'sending', attempt: kiosk.attempt + 1, photo: kiosk.photo }
  }
}

/** Whether the same photo may well be taken a moment later: the photo was not what was wrong. */
function isWorthRetrying(answer: Answer): boolean {
  if (answer.outcome !== 'failed') return false
  const { failure } = answer
  return failure.kind !== 'problem' || failure.problem.code !== 'unreadable-photo'
}

/**
 * How long an answer stays before the kiosk is ready for the next person, in milliseconds. A success is
 * read at a glance; advice takes about a second per three words; a failure waits for "try again".
 */
export function stayMs(answer: Answer): number {
  switch (answer.outcome) {
    case 'recorded':
    case 'already-recorded':
      return 5_000
    case 'no-face':
    case 'several-faces':
    case 'unknown':
    case 'ambiguous':
      return 8_000
    case 'poor-quality':
      return 6_000 + 2_000 * answer.reasons.length
    case 'failed':
      return 20_000
  }
}
