import { type Day, parseDay } from './day.ts'
import { accepted, type Checked, problemsOf, refused } from './problem.ts'

/** The first and the last day on which somebody is employed; null where it is not known, or not over. */
export type EmploymentDays = { readonly firstDay: Day | null; readonly lastDay: Day | null }

/** Whether somebody is employed on a day. Nothing is planned, missed or due on any other. */
export const isWithin = ({ firstDay, lastDay }: EmploymentDays, day: Day): boolean =>
  (firstDay === null || firstDay <= day) && (lastDay === null || day <= lastDay)

/** Checks the days that an operator typed; every field that is wrong is named. */
export function checkEmploymentDays(draft: {
  readonly firstDay: string | null
  readonly lastDay: string | null
}): Checked<EmploymentDays> {
  const [first, last] = (['firstDay', 'lastDay'] as const).map((field) => {
    const text = draft[field]
    return text === null ? accepted(null) : parseDay(text, field)
  })
  if (!first?.ok || !last?.ok)
    return { ok: false, problems: problemsOf([first, last].filter((each) => each !== undefined)) }
  const days = { firstDay: first.value, lastDay: last.value }
  return days.firstDay !== null && days.lastDay !== null && days.lastDay < days.firstDay
    ? refused('range-reversed', 'lastDay', 'lastDay is before firstDay')
    : accepted(days)
}
