import type {
  FlexibleHours,
  Rules,
  ScheduleVersion,
  Shift,
  Week,
  Weekday,
} from '../../shared/contract.ts'
import type { ScheduleDraft } from '../hours-client.ts'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies Weekday[]

export type PlannedBreak = NonNullable<Shift['breaks']>[number]

/** A shift as people think of it: once, with the days on which it is worked. */
export type ShiftCard = {
  readonly name: string
  /** `09:00`, empty while nothing is typed. */
  readonly start: string
  readonly end: string
  readonly breaks: readonly PlannedBreak[]
  readonly days: readonly Weekday[]
}

export type WeekDraft = readonly ShiftCard[]

/** What the form for a schedule holds. */
export type VersionForm = {
  readonly name: string
  readonly from: string
  /** A day in week 1 of a rotation; empty: the week of `from`. */
  readonly anchor: string
  readonly weeks: readonly WeekDraft[]
  /** Hours without times, which go in place of the shifts; undefined where there are times. */
  readonly flexible?: FlexibleHours | undefined
  readonly rules: Rules
}

/** The usual week of the law: five days of seven hours, with an hour of break. */
export const usualShift = (name: string): ShiftCard => ({
  name,
  start: '09:00',
  end: '17:00',
  breaks: [{ minutes: 60, paid: false, deductedAfterMinutes: 360 }],
  days: weekdays.slice(0, 5),
})

/** The usual week of the law without times: seven hours on five days. */
export const usualFlexible: FlexibleHours = { per: 'day', minutes: 420, days: weekdays.slice(0, 5) }

/** What holds where a schedule says nothing, as the server has it. */
export const usualRules: Rules = {
  graceLate: 5,
  graceEarly: 5,
  missingOut: { action: 'list' },
  maxSession: 960,
  worksOnHolidays: false,
}

/** The shifts of a week, equal ones of several days as one. */
export function cardsOf(week: Week): WeekDraft {
  const cards = new Map<string, ShiftCard>()
  for (const day of weekdays) {
    for (const { name, start, end, breaks = [] } of week[day] ?? []) {
      const key = JSON.stringify([name, start, end, breaks])
      const days = [...(cards.get(key)?.days ?? []), day]
      cards.set(key, { name, start, end, breaks, days })
    }
  }
  return [...cards.values()]
}

/** A week as the server takes it. */
export function weekOf(cards: WeekDraft): Week {
  return Object.fromEntries(
    weekdays.map((day) => [
      day,
      cards
        .filter(({ days }) => days.includes(day))
        .map(({ name, start, end, breaks }) => ({
          name: name.trim(),
          start,
          end,
          breaks: [...breaks],
        })),
    ]),
  )
}

/** What the form holds for a version that is there, to be changed from another day on. */
export const formOfVersion = (
  name: string,
  version: ScheduleVersion,
  from: string,
): VersionForm => ({
  name,
  from,
  anchor: version.weeks.length > 1 ? version.anchor : '',
  weeks: version.weeks.map(cardsOf),
  flexible: version.flexible,
  rules: version.rules,
})

/** What is sent of the form. */
export const draftOf = (form: VersionForm): ScheduleDraft => {
  const { name, from, anchor, weeks, flexible, rules } = form
  if (flexible !== undefined) return { name: name.trim(), from, weeks: [{}], flexible, rules }
  return {
    name: name.trim(),
    from,
    ...(weeks.length > 1 && anchor !== '' ? { anchor } : {}),
    weeks: weeks.map(weekOf),
    rules,
  }
}

/** The card that a place in a sent week is of: the so-manieth shift of a day. */
export const cardAt = (cards: WeekDraft, day: Weekday, index: number): number =>
  cards.flatMap((card, at) => (card.days.includes(day) ? [at] : []))[index] ?? -1

/** Whether a shift ends on the day after the one on which it begins. */
export const isOverMidnight = ({ start, end }: Pick<ShiftCard, 'start' | 'end'>): boolean =>
  start !== '' && end !== '' && end < start
