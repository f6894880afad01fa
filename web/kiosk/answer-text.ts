import type { TFunction } from 'i18next'
import { failureText, qualityText } from '../shared/failure-text.ts'
import type { Answer } from './machine.ts'

/** An answer in words: what to see at a glance, and what to do. */
export type AnswerText = {
  readonly headline: string
  readonly name?: string
  /** The time of the record, as the reader writes times. */
  readonly time?: string
  readonly advice?: string
  readonly steps: readonly string[]
}

export function answerText(
  answer: Answer,
  t: TFunction,
  formatTime: (at: string) => string,
): AnswerText {
  switch (answer.outcome) {
    case 'recorded':
    case 'already-recorded': {
      const table = answer.outcome === 'recorded' ? 'clock.recorded' : 'clock.already'
      const { name, kind, at } = answer
      return { headline: t(`${table}.${kind}`), name, time: formatTime(at), steps: [] }
    }
    case 'failed': {
      const { title, advice } = failureText(answer.failure, t)
      return { headline: title, advice, steps: [] }
    }
    case 'voided':
      return { headline: t('kiosk.voided.title'), advice: t('kiosk.voided.advice'), steps: [] }
    case 'no-face':
    case 'several-faces':
    case 'poor-quality':
    case 'unknown':
    case 'ambiguous': {
      const reasons = answer.outcome === 'poor-quality' ? answer.reasons : []
      return {
        headline: t(`clock.refused.${answer.outcome}.title`),
        advice: t(`clock.refused.${answer.outcome}.advice`),
        steps: reasons.map((reason) => qualityText(reason, t)),
      }
    }
    case 'wrong-pin':
    case 'unknown-badge':
    case 'face-differs':
    case 'face-needed':
    case 'too-many-attempts':
    case 'too-late':
      return {
        headline: t(`kiosk.refused.${answer.outcome}.title`),
        advice: t(`kiosk.refused.${answer.outcome}.advice`),
        steps: [],
      }
  }
}

/** The same answer in one breath, for those who hear it. */
export function spokenAnswer({ headline, name, time, advice, steps }: AnswerText, t: TFunction) {
  if (name !== undefined && time !== undefined) return t('clock.spoken', { headline, name, time })
  return [`${headline}.`, advice, ...steps].filter((part) => part !== undefined).join(' ')
}
