import { Type } from 'typebox'
import { searchScopes } from '../../identity/search-scope.ts'
import { shippedCalendars } from '../../time/holidays/shipped.ts'
import { leaveKinds, leaveParts } from '../../time/leave.ts'
import { maxBands } from '../../time/overtime-band.ts'
import { decisionOutcomes } from '../../time/correction.ts'
import { weekdays } from '../../time/day.ts'
import { employeeRefSchema, id, instant, recordKindSchema } from '../schemas.ts'

const closed = { additionalProperties: false }

export const date = Type.String({ format: 'date', description: 'A day, `2026-03-29`.' })
export const shortText = Type.String({ minLength: 1, maxLength: 200 })

export const calendarId = Type.Enum(
  Object.keys(shippedCalendars) as (keyof typeof shippedCalendars)[],
  { title: 'HolidayCalendarId', type: 'string' },
)

export const localNameSchema = Type.Object(
  { fr: Type.String(), en: Type.String(), ar: Type.String() },
  { title: 'LocalName', ...closed },
)

export const searchScopeSchema = Type.Enum([...searchScopes], {
  title: 'SearchScope',
  type: 'string',
  description:
    'Among whom a face at the site is looked for: `own-first` (its own people, then everybody), `own-only`, ' +
    '`everybody` alike. Whoever is assigned nowhere belongs to every site.',
})

export const siteSchema = Type.Object(
  {
    id,
    name: Type.String(),
    zone: Type.String({ description: 'IANA name, `Africa/Casablanca`.' }),
    calendar: Type.Union([calendarId, Type.Null()], { description: 'The one that holds today.' }),
    calendars: Type.Array(
      Type.Object(
        { from: Type.Union([date, Type.Null()]), calendar: Type.Union([calendarId, Type.Null()]) },
        closed,
      ),
      { description: 'All of them, each from a day on; the first, from null on, since ever.' },
    ),
    search: searchScopeSchema,
    archived: Type.Boolean({ description: 'Out of use: nobody can be assigned to it.' }),
  },
  { title: 'Site', ...closed },
)

export const holidaySchema = Type.Object(
  {
    date,
    name: localNameSchema,
    provisional: Type.Boolean({
      description: 'The day is computed only; feasts of the Islamic calendar follow a sighting.',
    }),
  },
  { title: 'Holiday', ...closed },
)

const minutes = (description: string) => Type.Integer({ description, minimum: 0 })

const breakSchema = Type.Object(
  {
    minutes: minutes('How long.'),
    paid: Type.Boolean(),
    deductedAfterMinutes: Type.Optional(
      minutes('Taken off, recorded or not, once presence is longer than this.'),
    ),
  },
  { title: 'PlannedBreak', ...closed },
)

export const shiftSchema = Type.Object(
  {
    name: shortText,
    start: Type.String({ description: '`22:00` on the clocks of the site.' }),
    end: Type.String({
      description: 'At or before `start`: on the next day; `08:00` to `08:00` are 24 hours.',
    }),
    breaks: Type.Optional(Type.Array(breakSchema)),
  },
  { title: 'Shift', ...closed },
)

const weekSchema = Type.Object(
  Object.fromEntries(
    weekdays.map((weekday) => [weekday, Type.Optional(Type.Array(shiftSchema))]),
  ) as Record<(typeof weekdays)[number], ReturnType<typeof optionalShifts>>,
  { title: 'Week', ...closed },
)

function optionalShifts() {
  return Type.Optional(Type.Array(shiftSchema))
}

const missingOutSchema = Type.Union(
  [
    Type.Object({ action: Type.Literal('list') }, closed),
    Type.Object({ action: Type.Literal('close-at-shift-end') }, closed),
    Type.Object(
      { action: Type.Literal('close-after'), minutes: minutes('After the clock-in.') },
      closed,
    ),
  ],
  { title: 'MissingOutRule' },
)

const wallTime = (description: string) => Type.String({ maxLength: 5, description })

export const overtimeBandSchema = Type.Object(
  {
    label: Type.String({ maxLength: 200, description: 'As payroll knows it: `25 %`.' }),
    per: Type.Enum(['day', 'week'], { type: 'string' }),
    after: minutes('Work beyond this of the day, or of the ISO week, is in the band.'),
    between: Type.Optional(
      Type.Object(
        { start: wallTime('`21:00` on the clocks of the site.'), end: wallTime('`06:00`.') },
        { description: 'Only work between these times.', ...closed },
      ),
    ),
    on: Type.Optional(
      Type.Enum(['rest-day', 'holiday'], {
        type: 'string',
        description: 'Only work on such days; a rest day is one without a planned shift.',
      }),
    ),
  },
  { title: 'OvertimeBand', ...closed },
)

export const rulesSchema = Type.Object(
  {
    graceLate: minutes('Later than this is late; then the whole delay counts.'),
    graceEarly: minutes('As `graceLate`, for leaving.'),
    shiftGrace: Type.Optional(
      minutes(
        'Presence that overlaps a shift by no more than this belongs to the shift beside it; 15 unless told.',
      ),
    ),
    overtimeDayAfter: Type.Optional(Type.Union([Type.Integer(), Type.Literal('planned')])),
    overtimeWeekAfter: Type.Optional(minutes('Work beyond this in an ISO week is overtime.')),
    overtimeBands: Type.Optional(
      Type.Array(overtimeBandSchema, {
        maxItems: maxBands,
        description:
          'Overtime by rates, in place of the two limits above. Each second of work is in the last band ' +
          'of the list that it fulfils: from the general to the particular.',
      }),
    ),
    missingOut: missingOutSchema,
    maxSession: minutes('A clock-out later than this after its clock-in does not belong to it.'),
    specialDaysBy: Type.Optional(
      Type.Enum(['start', 'clock'], {
        type: 'string',
        description:
          'Whether work of a night is on a holiday or a rest day by the day on which it began, which holds ' +
          'unless told, or by the clock.',
      }),
    ),
    worksOnHolidays: Type.Boolean(),
  },
  { title: 'Rules', ...closed },
)

const flexibleSchema = Type.Object(
  {
    per: Type.Enum(['day', 'week'], { type: 'string' }),
    minutes: Type.Integer({ description: 'Of a day, or of a week, shared out over its days.' }),
    days: Type.Optional(
      Type.Array(Type.Enum([...weekdays], { type: 'string' }), {
        description: 'On which days; Monday to Friday unless told.',
      }),
    ),
  },
  {
    title: 'FlexibleHours',
    description:
      'Hours without times, in place of shifts: worked against due, and never outside the schedule.',
    ...closed,
  },
)

export const versionDraft = {
  from: date,
  anchor: Type.Optional(
    Type.String({
      description: 'A day of the week that is week 1; without it, the week of `from`.',
    }),
  ),
  weeks: Type.Array(weekSchema, { description: 'One, or several that follow each other.' }),
  flexible: Type.Optional(flexibleSchema),
  rules: Type.Optional(Type.Partial(rulesSchema, closed)),
}

export const scheduleSchema = Type.Object(
  {
    id,
    name: Type.String(),
    archived: Type.Boolean({ description: 'Out of use: nobody can be assigned to it.' }),
    versions: Type.Array(
      Type.Object(
        {
          from: date,
          anchor: date,
          weeks: Type.Array(weekSchema),
          flexible: Type.Optional(flexibleSchema),
          rules: rulesSchema,
        },
        closed,
      ),
    ),
  },
  { title: 'Schedule', ...closed },
)

export const assignmentSchema = Type.Object(
  {
    id,
    employeeId: id,
    from: date,
    siteId: id,
    scheduleId: Type.Union([id, Type.Null()]),
    weekOffset: Type.Integer(),
  },
  { title: 'Assignment', ...closed },
)

export const leaveKindSchema = Type.Enum([...leaveKinds], { title: 'LeaveKind', type: 'string' })

const leavePartSchema = Type.Enum([...leaveParts], {
  title: 'LeavePart',
  type: 'string',
  description:
    'Which part of each day. A half ends between the two shifts that divide the day most evenly; a ' +
    'single shift is divided in its middle.',
})

const leaveTime = Type.Union([Type.String(), Type.Null()], {
  description: 'With `hours`: `14:00` on the clocks of the site.',
})

export const leaveSchema = Type.Object(
  {
    id,
    employeeId: id,
    from: date,
    to: date,
    kind: leaveKindSchema,
    part: leavePartSchema,
    start: leaveTime,
    end: leaveTime,
  },
  { title: 'Leave', ...closed },
)

export const leaveDraft = Type.Object(
  {
    from: date,
    to: date,
    kind: leaveKindSchema,
    part: Type.Optional(leavePartSchema),
    start: Type.Optional(wallTime('With `hours`: `14:00` on the clocks of the site.')),
    end: Type.Optional(wallTime('With `hours`. At or before `start`: on the next day.')),
  },
  { title: 'LeaveDraft', ...closed },
)

const correctedValue = Type.Object(
  { kind: recordKindSchema, at: instant, siteId: Type.Union([id, Type.Null()]) },
  { title: 'CorrectedValue', ...closed },
)

export const correctionSchema = Type.Object(
  {
    id,
    employeeId: id,
    employee: employeeRefSchema,
    action: Type.Enum(['add', 'void', 'change'], { type: 'string' }),
    recordId: Type.Union([id, Type.Null()], {
      description: 'For `add`, the record has the id of the correction.',
    }),
    was: Type.Union([correctedValue, Type.Null()]),
    becomes: Type.Union([correctedValue, Type.Null()]),
    reason: Type.String(),
    by: Type.String(),
    writtenAt: instant,
    decision: Type.Union([
      Type.Object(
        {
          outcome: Type.Enum([...decisionOutcomes], {
            type: 'string',
            description: '`not-needed`: it counted at once, as the settings asked for no approval.',
          }),
          by: Type.String(),
          at: instant,
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  { title: 'Correction', ...closed },
)
