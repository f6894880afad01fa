import type { TFunction } from 'i18next'
import type { Problem, Weekday } from '../../shared/contract.ts'
import { cardAt, type VersionForm, weekdays } from './schedule-draft.ts'

type Fault = NonNullable<Problem['problems']>[number]
/** What to do about a fault, as the key of its text. */
export type Mend =
  | 'shifts-overlap'
  | 'shift-empty'
  | 'rewrites-the-past'
  | 'breaks'
  | 'name'
  | 'time'
  | 'rules'
  | 'flexible'
  | 'weeks'
  | 'other'

/** Reads a fault that the server found: what to mend, and in which shift of the form where it is in one. */
export function mendOf({ code, field }: Fault): {
  mend: Mend
  week?: number
  day?: Weekday
  shift?: number
} {
  const place = /^weeks\[(\d+)\](?:\.(\w+)(?:\[(\d+)\])?)?(.*)$/.exec(field)
  const day = weekdays.find((name) => name === place?.[2])
  const at = {
    ...(place && { week: Number(place[1]) }),
    ...(day !== undefined && { day }),
    ...(place?.[3] !== undefined && { shift: Number(place[3]) }),
  }
  return { mend: kindOf(code, field), ...at }
}

function kindOf(code: string, field: string): Mend {
  if (code === 'shifts-overlap' || code === 'shift-empty' || code === 'rewrites-the-past')
    return code
  if (/\.breaks/.test(field)) return 'breaks'
  if (/(^|\.)name$/.test(field)) return 'name'
  if (/\.(start|end)$/.test(field) || field === 'from' || field === 'anchor') return 'time'
  if (field.startsWith('rules')) return 'rules'
  if (field.startsWith('flexible')) return 'flexible'
  return field.startsWith('weeks') ? 'weeks' : 'other'
}

/** What to mend in a form that the server refused, one sentence each, with the place. */
export function mendTexts(problem: Problem, form: VersionForm, t: TFunction): string[] {
  const faults = problem.problems ?? [{ ...problem, field: problem.field ?? '' }]
  return [
    ...new Set(
      faults.map((fault) => {
        const { mend, week, day, shift } = mendOf(fault)
        const text = t(`schedules.mend.${mend}`)
        if (week === undefined || day === undefined || shift === undefined) return text
        const card = form.weeks[week]?.[cardAt(form.weeks[week] ?? [], day, shift)]
        const place = t('schedules.place', {
          week: week + 1,
          day: t(`schedules.weekdays.${day}`),
          shift: card?.name.trim() || t('schedules.shift', { shift: shift + 1 }),
        })
        return `${place} — ${text}`
      }),
    ),
  ]
}
