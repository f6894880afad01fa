import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { readers } from '../../access/rule.ts'
import {
  begun,
  type ExportFormat,
  exportFormats,
  languages,
} from '../../attendance/export/table.ts'
import { exportBytes } from '../../attendance/export/export.ts'
import { exportKinds } from '../../attendance/export/exports.ts'
import type { DayToCorrect, TimesheetQuery } from '../../attendance/timesheets.ts'
import { parseRange } from '../../time/day.ts'
import { periods } from '../../time/timesheet.ts'
import type { Room } from '../room.ts'
import { date } from '../attendance/hours-schemas.ts'
import { Problem } from '../problems.ts'
import { employeeRefSchema, id, pageSize, problemResponse } from '../schemas.ts'
import { listOf, sendJson, writerOf } from '../streamed-list.ts'
import { writeTimesheets } from '../attendance/write-timesheets.ts'
import { showDay } from '../attendance/show-hours.ts'
import { valueOf } from '../attendance/time-problem.ts'
import { daySchema, timesheetSchema } from '../attendance/timesheet-schemas.ts'

const tags = ['timesheets']
const closed = { additionalProperties: false }
const query = { from: date, to: date, employee: Type.Optional(id), site: Type.Optional(id) }

/** A year and a leap day: what one answer may span. */
const maxDays = 366
/** Days of employees in one answer: the usual page of fifty of a year, written in some seconds. */
const maxDaysOfAnswer = 50 * maxDays
/** Exports are read as they are written, so they may span more. */
const maxExportDays = 3660

const mimeTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<ExportFormat, string>

const dayToCorrectSchema = Type.Object(
  { employee: employeeRefSchema, day: daySchema },
  { title: 'DayToCorrect', ...closed },
)

type Asked = { from: string; to: string; employee?: string; site?: string }

const queryOf = ({ from, to, employee, site }: Asked, days: number): TimesheetQuery => ({
  range: valueOf(parseRange(from, to, days)),
  ...(employee !== undefined && { employeeId: employee }),
  ...(site !== undefined && { siteId: site }),
})

/** Days and employees multiply: an answer is bounded by both together. */
function refuseTooMuch({ range, employeeId }: TimesheetQuery, limit: number): void {
  const days = range.to - range.from + 1
  if (employeeId !== undefined || limit * days <= maxDaysOfAnswer) return
  throw new Problem(
    'range-too-long',
    `${limit} employees of ${days} days are more than ${maxDaysOfAnswer}; ask for fewer of either.`,
    { field: 'limit' },
  )
}

export function timesheetRoutes({ app, services }: Room): void {
  app.get(
    '/timesheets',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'Show what employees worked over a range of days',
        description:
          'A night shift belongs to the day on which it begins. Overtime by week counts where the week ends. ' +
          `\`limit\` times the days of the range are at most ${maxDaysOfAnswer}.`,
        querystring: Type.Object(
          {
            ...query,
            by: Type.Optional(Type.Enum([...periods], { type: 'string', default: 'day' })),
            after: Type.Optional(id),
            limit: pageSize,
          },
          closed,
        ),
        response: {
          200: Type.Object(
            { timesheets: Type.Array(timesheetSchema), next: Type.Union([id, Type.Null()]) },
            { description: 'A page of timesheets, by employee.', ...closed },
          ),
          400: problemResponse('`invalid-request`, `invalid-range`, `range-too-long`'),
          404: problemResponse('`no-such-employee`'),
        },
      },
    },
    async (request, reply) => {
      const { by = 'day', after, limit = 50, ...asked } = request.query
      const query = queryOf(asked, maxDays)
      refuseTooMuch(query, limit)
      const { timesheets, isEmpty, next } = await services().hours.timesheets.page({
        reach: services().access.reachOf(request.principal),
        ...query,
        ...(after !== undefined && { after }),
        limit,
      })
      if (asked.employee !== undefined && isEmpty) {
        throw new Problem('no-such-employee', 'There is no such employee.')
      }
      return sendJson(reply, writeTimesheets(reply, timesheets, by, next))
    },
  )

  app.get(
    '/timesheets/to-correct',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'List the days on which something should be corrected or decided',
        description:
          'A missing clock-in or clock-out, breaks that contradict each other, time that a rule supplied, ' +
          'work outside of the schedule, a correction that waits. A page may be longer than `limit`, as it ' +
          'has whole employees, or empty before the last.',
        querystring: Type.Object({ ...query, after: Type.Optional(id), limit: pageSize }, closed),
        response: {
          200: Type.Object(
            {
              days: Type.Array(dayToCorrectSchema),
              next: Type.Union([id, Type.Null()]),
            },
            { description: 'A page of days, by employee.', ...closed },
          ),
          400: problemResponse('`invalid-request`, `invalid-range`, `range-too-long`'),
        },
      },
    },
    async (request, reply) => {
      const { after, limit = 50, ...asked } = request.query
      const { days, next } = await services().hours.timesheets.toCorrect({
        reach: services().access.reachOf(request.principal),
        ...queryOf(asked, maxDays),
        ...(after !== undefined && { after }),
        limit,
      })
      const write = writerOf(reply, dayToCorrectSchema)
      const show = ({ employee, sheet }: DayToCorrect) => write({ employee, day: showDay(sheet) })
      return sendJson(reply, listOf('days', days, show, { next: JSON.stringify(next) }))
    },
  )

  for (const kind of exportKinds) {
    for (const format of exportFormats) {
      const name = `${kind}.${format}`
      app.get(
        `/exports/${name}`,
        {
          config: { access: { who: readers, of: 'reach' } },
          // The rows of ten years take longer than any other answer; they never stop coming.
          handlerTimeout: 600_000,
          schema: {
            tags,
            summary: `Export ${kind} as ${format.toUpperCase()}`,
            querystring: Type.Object(
              {
                ...query,
                language: Type.Optional(
                  Type.Enum([...languages], { type: 'string', default: 'fr' }),
                ),
                ...(format === 'csv' && {
                  bom: Type.Optional(
                    Type.Boolean({ default: false, description: 'A byte order mark, for Excel.' }),
                  ),
                }),
              },
              closed,
            ),
            response: {
              200: {
                description: 'The file.',
                content: {
                  [mimeTypes[format]]: {
                    schema: Type.Unsafe<Readable>(Type.String({ format: 'binary' })),
                  },
                },
              },
              400: problemResponse('`invalid-request`, `invalid-range`, `range-too-long`'),
            },
          },
        },
        async (request, reply) => {
          const {
            language = 'fr',
            bom = false,
            ...asked
          } = request.query as Asked & {
            language?: (typeof languages)[number]
            bom?: boolean
          }
          const made = services().hours.makeExport(
            kind,
            {
              ...queryOf(asked, maxExportDays),
              reach: services().access.reachOf(request.principal),
            },
            language,
          )
          const table = await begun(made)
          const bytes = exportBytes(table, { format, language, bom })
          return reply
            .type(mimeTypes[format])
            .header(
              'content-disposition',
              `attachment; filename="${asked.from}_${asked.to}_${name}"`,
            )
            .header('cache-control', 'no-store')
            .send(Readable.from(bytes, { objectMode: false }))
        },
      )
    }
  }
}
