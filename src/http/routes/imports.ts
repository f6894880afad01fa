import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { admins } from '../../access/rule.ts'
import { maxCsvBytes, type Unreadable } from '../../attendance/import/csv-table.ts'
import type { ImportProblem } from '../../attendance/import/import-problem.ts'
import type { Receipt } from '../../ports/receipt.ts'
import type { Room } from '../room.ts'
import { answerOnce } from '../idempotency.ts'
import { Problem } from '../problems.ts'
import { idempotencyHeaders, problemResponse } from '../schemas.ts'
import { takeBytes } from '../bytes-body.ts'
import { listOf, sendJson, writerOf } from '../streamed-list.ts'

const closed = { additionalProperties: false }

const rowSchema = Type.Object(
  {
    row: Type.Integer({ description: 'As a spreadsheet shows it: the headers are row 1.' }),
    outcome: Type.Enum(['new', 'already-there', 'refused'], { type: 'string' }),
    problems: Type.Array(
      Type.Object({ code: Type.String(), field: Type.String(), detail: Type.String() }, closed),
    ),
  },
  { title: 'ImportedRow', ...closed },
)

const answers = {
  200: Type.Object(
    { imported: Type.Boolean(), rows: Type.Array(rowSchema) },
    { description: 'What became, or would become, of each row.', ...closed },
  ),
  413: problemResponse('`request-too-large`'),
  415: problemResponse('`unsupported-media-type`'),
  422: problemResponse('`import-refused`: the file cannot be read; `field` names the header'),
}
const querystring = Type.Object({ dryRun: Type.Optional(Type.Boolean({ default: false })) }, closed)
const allOrNone =
  'With `dryRun` nothing is written and every row is reported; without it, one refused row refuses the file.'

export function importRoutes(room: Room): void {
  const { app, services } = room
  takeBytes(room, ['text/csv'], maxCsvBytes)

  async function importOnce<Result extends Imported>(
    request: ImportRequest,
    reply: FastifyReply,
    importFile: ImportFile<Result>,
  ) {
    const file = bytesOf(request.body)
    const isDryRun = request.query.dryRun ?? false
    const { body } = await answerOnce({
      request,
      content: [file],
      answers: services().store.answers,
      work: (receipt) => importFile(file, { isDryRun, ...(receipt && { receipt }) }),
      show: (result: Result) => ({ status: 200, body: showImport(result) }),
    })
    const write = writerOf(reply, rowSchema)
    const rest = { imported: String(body.imported) }
    return sendJson(reply, listOf('rows', body.rows, write, rest))
  }

  app.post(
    '/imports/employees',
    {
      config: { access: { who: admins, of: 'all' } },
      bodyLimit: maxCsvBytes + 1,
      schema: {
        tags: ['employees'],
        summary: 'Import employees from CSV, all of them or none',
        description:
          'The body is `text/csv` in UTF-8 with the columns `name` and, if wanted, `number`, `site`, `schedule` ' +
          `and \`from\`. ${allOrNone} Names that are there already are passed over.`,
        headers: idempotencyHeaders,
        querystring,
        response: answers,
      },
    },
    (request, reply) => importOnce(request, reply, services().hours.importEmployees),
  )

  app.post(
    '/imports/leaves',
    {
      config: { access: { who: admins, of: 'all' } },
      bodyLimit: maxCsvBytes + 1,
      schema: {
        tags: ['schedules'],
        summary: 'Import leave from CSV, all of it or none',
        description:
          'The body is `text/csv` in UTF-8 with the columns `employee` (a name or an id), `from` and ' +
          '`kind`, and, if wanted, `to`, `part`, `start` and `end`. ' +
          `${allOrNone} Leave that is there already is passed over.`,
        headers: idempotencyHeaders,
        querystring,
        response: answers,
      },
    },
    (request, reply) => importOnce(request, reply, services().hours.importLeaves),
  )
}

const bytesOf = (body: unknown): Uint8Array =>
  body instanceof Uint8Array ? body : new Uint8Array()

type RowOutcome =
  | { readonly outcome: 'new' | 'already-there' }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
type Report =
  | Unreadable
  | { readonly outcome: 'read'; readonly rows: readonly ({ readonly row: number } & RowOutcome)[] }

type Imported = { readonly report: Report; readonly isImported: boolean }
type ImportFile<Result> = (
  file: Uint8Array,
  options: { readonly isDryRun: boolean; readonly receipt?: Receipt<Result> },
) => Promise<Result>
type ImportRequest = FastifyRequest & { readonly query: { readonly dryRun?: boolean } }

/** The report of a file that can be read. Throws the problem that says why this one cannot. */
function showImport({ report, isImported }: Imported) {
  if (report.outcome === 'unreadable') {
    const { code, field, detail } = report.problem
    throw new Problem('import-refused', `${detail}.`, { field, reason: code })
  }
  const rows = report.rows.map((row) => ({
    row: row.row,
    outcome: row.outcome,
    problems: row.outcome === 'refused' ? [...row.problems] : [],
  }))
  return { imported: isImported, rows }
}
