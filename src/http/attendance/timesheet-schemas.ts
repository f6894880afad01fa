import { Type } from 'typebox'
import { figureNames } from '../../time/figures.ts'
import { markCodes } from '../../time/mark.ts'
import { date, leaveKindSchema, leaveSchema, localNameSchema } from './hours-schemas.ts'
import { employeeRefSchema, id, instant } from '../schemas.ts'

const closed = { additionalProperties: false }

const figuresSchema = Type.Object(
  Object.fromEntries(
    figureNames.map((name) => [name, name === 'daysOfLeave' ? Type.Number() : Type.Integer()]),
  ),
  {
    title: 'Figures',
    description:
      'Seconds; those that begin with `days` or `missing` are counts. Half a day of leave is 0.5.',
  },
)

const bandTimes = Type.Array(
  Type.Object({ label: Type.String(), seconds: Type.Integer() }, { title: 'BandTime', ...closed }),
  { description: 'Overtime by rates, of schedules that have them.' },
)

const markCodeSchema = Type.Enum([...markCodes], { title: 'MarkCode', type: 'string' })

export const daySchema = Type.Object(
  {
    date,
    siteId: Type.Union([id, Type.Null()]),
    zone: Type.String(),
    shifts: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          start: instant,
          end: instant,
          outcome: Type.Enum(['attended', 'absent', 'unclear', 'holiday', 'leave', 'upcoming'], {
            type: 'string',
          }),
          late: Type.Integer(),
          early: Type.Integer(),
        },
        closed,
      ),
    ),
    intervals: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['work', 'break'], { type: 'string' }),
          from: instant,
          to: instant,
          closedByRule: Type.Boolean(),
        },
        closed,
      ),
    ),
    marks: Type.Array(
      Type.Object(
        {
          code: markCodeSchema,
          recordId: Type.Union([id, Type.Null()]),
          correctionId: Type.Union([id, Type.Null()]),
          at: Type.Union([instant, Type.Null()]),
        },
        closed,
      ),
      { description: 'What should be looked at.' },
    ),
    due: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Of a schedule without times: seconds of work that the day asks for.',
    }),
    holiday: Type.Union([localNameSchema, Type.Null()]),
    leave: Type.Union([leaveKindSchema, Type.Null()], { description: 'That takes the day whole.' }),
    leaves: Type.Array(leaveSchema, { description: 'All leave that touches the day.' }),
    figures: figuresSchema,
  },
  { title: 'TimesheetDay', ...closed },
)

export const timesheetSchema = Type.Object(
  {
    employee: employeeRefSchema,
    total: figuresSchema,
    periods: Type.Array(
      Type.Object({ period: Type.String(), figures: figuresSchema, bands: bandTimes }, closed),
      { description: 'By `by`: `2026-03-29`, `2026-W13` or `2026-03`.' },
    ),
    weeks: Type.Array(
      Type.Object(
        { week: Type.String(), sunday: date, overtime: Type.Integer(), bands: bandTimes },
        closed,
      ),
      { description: 'Overtime by week of the weeks that end in the range.' },
    ),
    days: Type.Array(daySchema, {
      description: 'The days on which anything was planned or happened.',
    }),
  },
  { title: 'Timesheet', ...closed },
)
