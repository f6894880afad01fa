import type { Occasion } from './day-figures.ts'
import type { Figures } from './figures.ts'
import type { AnomalyCode } from './session.ts'
import type { DayFindings } from './shift-sheet.ts'

/** Something on a day that a person should look at. */
export type Mark = {
  readonly code: MarkCode
  /** The record that it is about, where there is one. */
  readonly recordId?: string
}

export type MarkCode =
  | AnomalyCode
  | 'missing-out'
  | 'closed-by-rule'
  | 'ongoing'
  | 'other-site'
  | 'corrected'
  | 'provisional-holiday'
  | 'worked-on-holiday'
  | 'worked-on-leave'

/** Everything on a day that should be looked at: contradictions, what rules supplied, what is unusual. */
export function marksOf(
  { pieces, strays }: DayFindings,
  siteId: string,
  figures: Figures,
  { holiday, leave }: Occasion,
): Mark[] {
  const marks: Mark[] = strays.map(({ code, recordId }) => ({ code, recordId }))
  for (const { session, intervals, openUntil } of pieces) {
    const recordId = session.recordIds.at(-1) ?? session.startRecordId
    if (openUntil !== undefined) {
      marks.push({ code: session.end.how === 'ongoing' ? 'ongoing' : 'missing-out', recordId })
    }
    if (intervals.some(({ closedByRule }) => closedByRule))
      marks.push({ code: 'closed-by-rule', recordId })
    if (session.corrected) marks.push({ code: 'corrected', recordId: session.startRecordId })
    if (session.siteIds.some((id) => id !== siteId)) {
      marks.push({ code: 'other-site', recordId: session.startRecordId })
    }
  }
  if (holiday?.provisional) marks.push({ code: 'provisional-holiday' })
  if (holiday !== undefined && figures.worked > 0) marks.push({ code: 'worked-on-holiday' })
  if (leave !== undefined && figures.worked > 0) marks.push({ code: 'worked-on-leave' })
  return marks
}
