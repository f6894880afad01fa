import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { EmployeeTimesheet } from '../../attendance/timesheets.ts'
import type { Period } from '../../time/timesheet.ts'
import { writerOf } from '../streamed-list.ts'
import { showDay, showTimesheet } from './show-hours.ts'
import { daySchema, timesheetSchema } from './timesheet-schemas.ts'

const withoutDays = Type.Omit(timesheetSchema, ['days'])

/** Timesheets as JSON, day by day: a year of one person is half a megabyte. */
export async function* writeTimesheets(
  reply: FastifyReply,
  timesheets: AsyncIterable<EmployeeTimesheet>,
  by: Period,
  next: string | null,
): AsyncGenerator<string> {
  const [writeHead, writeDay] = [writerOf(reply, withoutDays), writerOf(reply, daySchema)]
  let comma = ''
  yield '{"timesheets":['
  for await (const each of timesheets) {
    const head = writeHead(showTimesheet(each, by))
    yield `${comma}${head.slice(0, -1)},"days":[`
    comma = ','
    for (const [i, sheet] of each.timesheet.days.entries()) {
      yield (i > 0 ? ',' : '') + writeDay(showDay(sheet))
    }
    yield ']}'
  }
  yield `],"next":${JSON.stringify(next)}}`
}
