import type { Occasion } from './day-figures.ts'
import type { Piece } from './attribution.ts'
import type { Figures } from './figures.ts'
import type { EpochSeconds } from './instant.ts'
import { anomalyCodes } from './session.ts'
import type { DayFindings } from './shift-sheet.ts'

/** Something on a day that a person should look at. */
export type Mark = {
  readonly code: MarkCode
  /** The record that it is about, where there is one. */
  readonly recordId?: string
  /** The correction that it is about, where there is one. */
  readonly correctionId?: string
  /** The moment that it is about, where there is one. */
  readonly at?: EpochSeconds
}

export const markCodes = [
  ...anomalyCodes,
  'missing-out',
  'closed-by-rule',
  'ongoing',
  'other-site',
  'corrected',
  'provisional-holiday',
  'worked-on-holiday',
  'worked-on-leave',
  /** Work of somebody with a schedule that serves none of its shifts. */
  'outside-schedule',
  /** Work before the first or after the last day of the employee. */
  'outside-employment',
  /** A correction waits for its decision. */
  'correction-pending',
] as const
export type MarkCode = (typeof markCodes)[number]

/** People finish what they are at: only longer work during leave of a part of a day is worth a look. */
const overstaySeconds = 30 * 60

/** Everything on a day that should be looked at: contradictions, what rules supplied, what is unusual. */
export function marksOf(
  { shifts, pieces, strays, pending }: DayFindings,
  siteId: string,
  figures: Figures,
  { holiday, leaves, isEmployed }: Occasion,
  hasSchedule: boolean,
): Mark[] {
  const marks: Mark[] = strays.map(({ code, recordId, at }) => ({ code, recordId, at }))
  for (const piece of pieces) {
    const { session, from, intervals, openUntil, shift } = piece
    const recordId = session.recordIds.at(-1) ?? session.startRecordId
    if (openUntil !== undefined) {
      const code = session.end.how === 'ongoing' ? 'ongoing' : 'missing-out'
      marks.push({ code, recordId, at: session.pending?.since ?? session.start })
    }
    if (intervals.some(({ closedByRule }) => closedByRule))
      marks.push({ code: 'closed-by-rule', recordId })
    if (session.corrected) marks.push({ code: 'corrected', recordId: session.startRecordId })
    if (!isEmployed) {
      marks.push({ code: 'outside-employment', recordId: session.startRecordId, at: from })
    } else if (hasSchedule && shift === undefined) {
      marks.push({ code: 'outside-schedule', recordId: session.startRecordId, at: from })
    }
    if (session.siteIds.some((id) => id !== siteId)) {
      marks.push({ code: 'other-site', recordId: session.startRecordId })
    }
  }
  if (holiday?.provisional) marks.push({ code: 'provisional-holiday' })
  if (figures.onHoliday > 0) marks.push({ code: 'worked-on-holiday' })
  const isDayOff = leaves.some(({ part }) => part === undefined)
  if ((isDayOff && figures.worked > 0) || workDuringLeave(shifts, pieces) > overstaySeconds) {
    marks.push({ code: 'worked-on-leave' })
  }
  for (const correctionId of pending) marks.push({ code: 'correction-pending', correctionId })
  return marks
}

/** The longest work, in seconds, during leave of a part of a shift. */
function workDuringLeave(shifts: DayFindings['shifts'], pieces: readonly Piece[]): number {
  let longest = 0
  for (const { relief } of shifts) {
    // Nearly no shift has any, and there are millions of them.
    if (relief === undefined) continue
    for (const { from, to } of relief.windows) {
      for (const { kind, from: start, to: end } of pieces.flatMap(({ intervals }) => intervals)) {
        if (kind === 'work') longest = Math.max(longest, Math.min(to, end) - Math.max(from, start))
      }
    }
  }
  return longest
}

/** What somebody should correct, or decide; the other marks only tell. */
const toCorrect: ReadonlySet<MarkCode> = new Set<MarkCode>([
  'missing-in',
  'missing-out',
  'break-outside-work',
  'break-repeated',
  'break-not-ended',
  'in-repeated',
  'closed-by-rule',
  'outside-schedule',
  'outside-employment',
  'correction-pending',
])

export const isToCorrect = ({ code }: Mark): boolean => toCorrect.has(code)
