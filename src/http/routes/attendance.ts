import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { readers } from '../../access/rule.ts'
import type { AttributedRecord, RecordQuery } from '../../attendance/ports/records.ts'
import type { Room } from '../room.ts'
import { Problem } from '../problems.ts'
import {
  employeeRefSchema,
  id,
  instant,
  pageSize,
  problemResponse,
  recordSchema,
} from '../schemas.ts'
import { showRecord } from '../show.ts'

const clockSchema = Type.Object(
  {
    zone: Type.String({ description: 'IANA name, `Africa/Casablanca`.' }),
    offsetSeconds: Type.Integer(),
  },
  {
    title: 'LocalClock',
    description:
      'The zone of the place, and how far its clocks were ahead of UTC by the rules of the day on which the ' +
      'record was made. Missing for records of earlier versions.',
    additionalProperties: false,
  },
)

export function attendanceRoutes({ app, services }: Room): void {
  app.get(
    '/attendance',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags: ['attendance'],
        summary: 'List the attendance records, newest first',
        querystring: Type.Object(
          {
            from: Type.Optional(instant),
            to: Type.Optional(Type.String({ ...instant, description: 'First instant after.' })),
            employee: Type.Optional(id),
            after: Type.Optional(Type.String({ pattern: '^[0-9]{1,16}\\.[0-9a-f-]{36}$' })),
            limit: pageSize,
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object(
            {
              records: Type.Array(
                Type.Object(
                  {
                    ...recordSchema.properties,
                    employee: Type.Union([employeeRefSchema, Type.Null()]),
                    clock: Type.Optional(clockSchema),
                  },
                  { title: 'AttributedRecord', additionalProperties: false },
                ),
              ),
              next: Type.Union([Type.String(), Type.Null()], {
                description: 'Give this as `after` for the next page; null on the last one.',
              }),
            },
            { description: 'A page of records.', additionalProperties: false },
          ),
          400: problemResponse('`invalid-request`, `invalid-range`'),
        },
      },
    },
    async (request) => {
      const { from, to, employee, after, limit = 50 } = request.query
      const query: RecordQuery = {
        reach: services().access.reachOf(request.principal),
        ...(from !== undefined && { from: parseInstant('from', from) }),
        ...(to !== undefined && { to: parseInstant('to', to) }),
        ...(employee !== undefined && { employeeId: employee }),
        ...(after !== undefined && { after: parseCursor(after) }),
        limit: limit + 1,
      }
      if (query.from && query.to && Temporal.Instant.compare(query.from, query.to) >= 0) {
        throw new Problem('invalid-range', '"to" must be later than "from".', { field: 'to' })
      }
      const page = await services().store.records.list(query)
      const records = page.slice(0, limit)
      const last = records.at(-1)
      return {
        records: records.map(showAttributed),
        next: page.length > limit && last ? cursorOf(last) : null,
      }
    },
  )
}

const showAttributed = (record: AttributedRecord) => ({
  ...showRecord(record),
  employee: record.employee,
  ...(record.clock && { clock: record.clock }),
})

function parseInstant(field: string, text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch (cause) {
    const detail = `"${field}" must be an instant such as 2026-03-01T08:00:00Z.`
    throw new Problem('invalid-request', detail, { field }, { cause })
  }
}

// A cursor is where a page ended: the instant in microseconds and the id of its last record.
const cursorOf = ({ at, id }: AttributedRecord) => `${at.epochNanoseconds / 1000n}.${id}`

function parseCursor(cursor: string): { at: Temporal.Instant; id: string } {
  const [micros = '', id = ''] = cursor.split('.')
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n), id }
}
