import type { TFunction } from 'i18next'
import type { Leave, Timesheet, TimesheetDay } from '../../shared/contract.ts'
import type { Language } from '../../shared/languages.ts'
import { en } from '../../shared/words/en.ts'

type MarkCode = keyof typeof en.timesheets.marks

/** A server that is newer than the page may mark what the page has no words for. */
const isMarkCode = (code: string): code is MarkCode => Object.hasOwn(en.timesheets.marks, code)

const markText = (code: string, t: TFunction): string =>
  t(`timesheets.marks.${isMarkCode(code) ? code : 'other'}`)

/** The kind of leave, and the part of the day where it does not take the whole. */
function leaveText({ kind, part, start, end }: Leave, t: TFunction): string {
  const text = t(`timesheets.leave.${kind}`)
  if (part === 'day') return text
  return `${text} (${part === 'hours' ? `${start ?? ''}–${end ?? ''}` : t(`leave.parts.${part}`)})`
}

/** What was special about a day, each thing once. */
export function remarksOf(
  { holiday, leaves, shifts, marks, due, figures }: TimesheetDay,
  language: Language,
  t: TFunction,
): string[] {
  return [
    ...new Set([
      ...(holiday ? [holiday[language]] : []),
      ...leaves.map((leave) => leaveText(leave, t)),
      ...(shifts.some(({ outcome }) => outcome === 'absent') || (due !== null && figures.absent > 0)
        ? [t('timesheets.absent')]
        : []),
      ...marks.map(({ code }) => markText(code, t)),
    ]),
  ]
}

/** The overtime of weeks, added up by rate. Empty where schedules have no rates. */
export function overtimeByRate(weeks: Timesheet['weeks']): { label: string; seconds: number }[] {
  const sums = new Map<string, number>()
  for (const { bands } of weeks) {
    for (const { label, seconds } of bands) sums.set(label, (sums.get(label) ?? 0) + seconds)
  }
  return [...sums]
    .filter(([, seconds]) => seconds > 0)
    .map(([label, seconds]) => ({ label, seconds }))
}
