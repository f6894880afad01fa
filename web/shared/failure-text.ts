import type { TFunction } from 'i18next'
import type { PhotoVerdict, ProblemCode, QualityReason, UnreadableReason } from './contract.ts'
import type { Failure } from './failure.ts'
import { en } from './words/en.ts'

// A server that is newer than the page may use words that the page does not know: each table has an answer
// for those. What the page does know is complete in every language, by type.
const knows = <Table extends object>(table: Table, word: string): word is keyof Table & string =>
  Object.hasOwn(table, word)

/** What went wrong and what to do about it. */
export function failureText(failure: Failure, t: TFunction): { title: string; advice: string } {
  switch (failure.kind) {
    case 'unreachable':
      return { title: t('failure.unreachable.title'), advice: t('failure.unreachable.advice') }
    case 'not-understood':
      return {
        title: t('failure.refused'),
        advice: t('failure.unknown', { code: `HTTP ${failure.status}` }),
      }
    case 'problem': {
      const { code, reason } = failure.problem
      const advice =
        code === 'unreadable-photo' ? unreadableText(reason ?? 'other', t) : problemText(code, t)
      return { title: t('failure.refused'), advice }
    }
  }
}

function problemText(code: ProblemCode, t: TFunction): string {
  return knows(en.problem, code) ? t(`problem.${code}`) : t('failure.unknown', { code })
}

/** What to do about a photo that cannot be read. */
export function unreadableText(reason: UnreadableReason | string, t: TFunction): string {
  return knows(en.unreadable, reason) ? t(`unreadable.${reason}`) : t('unreadable.other')
}

/** What to do about a face that cannot be seen well enough. */
export function qualityText(reason: QualityReason, t: TFunction): string {
  return knows(en.quality, reason) ? t(`quality.${reason}`) : t('quality.other')
}

/** Photos below this quality count as poor for an employee's strength too. */
const goodQuality = 40

/** What became of a photo and what to do about it, one sentence each. */
export function verdictTexts(verdict: PhotoVerdict, t: TFunction): string[] {
  switch (verdict.outcome) {
    case 'accepted': {
      const { quality } = verdict
      return [t(quality < goodQuality ? 'verdict.acceptedPoor' : 'verdict.accepted', { quality })]
    }
    case 'redundant':
    case 'out-of-reach':
    case 'other-person':
    case 'no-face':
    case 'several-faces':
      return [t(`verdict.${verdict.outcome}`)]
    case 'already-enrolled':
      return verdict.employee
        ? [t('verdict.already-enrolled', { name: verdict.employee.name })]
        : [t('verdict.enrolled-elsewhere')]
    case 'poor-quality':
      return verdict.reasons.map((reason) => qualityText(reason, t))
    case 'unreadable':
      return [unreadableText(verdict.reason, t)]
    default:
      // An outcome of a newer server.
      return [t('verdict.other')]
  }
}
