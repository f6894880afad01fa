import type { Kysely, Transaction } from 'kysely'
import type { RecordStore } from '../../attendance/ports/records.ts'
import { ways, type AttendanceRecord } from '../../attendance/record.ts'
import type { RecordKind } from '../../time/record-kind.ts'
import { siteOf, zoneOfNowhere } from '../../attendance/place.ts'
import { secondOf } from '../../time/instant.ts'
import { clockAt, type LocalClock } from '../../time/zone.ts'
import { recordDigestOf } from '../../access/audit/record-digest.ts'
import { writeReceipt } from '../../access/audit/receipt.ts'
import type { Auditor } from '../access/audit.ts'
import { keepAnswer } from '../answers.ts'
import { assignmentsOf } from './assigned.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { AttendanceRecordRow } from './tables.ts'
import type { InTransaction } from '../transaction.ts'
import { withinReach } from './within-reach.ts'

export function createRecordStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  auditor: Auditor,
): RecordStore {
  return {
    async append(employeeId, next, receipt) {
      return inTransaction(async (trx) => {
        // The lock on the employee's row makes their clock-ins queue, in all processes.
        const found = trx
          .selectFrom('employee')
          .select(['id', 'name'])
          .where('id', '=', employeeId)
          .where('left_at_micros', 'is', null)
        const employee = await dialect.lockRows(found).executeTakeFirst()
        if (!employee) return undefined
        const last = await lastCounted(trx, employeeId)
        const standing = last && (await lastStanding(trx, last))
        const previous = standing && toRecord(standing)
        const made = next(previous)
        const record = { ...made, clock: made.clock ?? (await clockOf(trx, made)) }
        await insert(trx, record, (last?.ordinal ?? 0) + 1)
        const proof = await enter(trx, auditor, record)
        const appended = { employee, record, proof, ...(previous && { previous }) }
        await keepAnswer(trx, receipt, appended, record)
        return appended
      })
    },

    async find(id) {
      const found = db.selectFrom('attendance_record').selectAll().where('id', '=', id)
      const row = await found.executeTakeFirst()
      return row && toRecord(row)
    },

    async list({ from, to, employeeId, reach, after, limit }) {
      let query = db
        .selectFrom('attendance_record as record')
        .leftJoin('employee', 'employee.id', 'record.employee_id')
        .selectAll('record')
        .select('employee.name')
        .where('duplicate_of', 'is', null)
        .orderBy('at_micros', 'desc')
        .orderBy('record.id', 'desc')
        .limit(limit)
      if (from) query = query.where('at_micros', '>=', toMicros(from))
      if (to) query = query.where('at_micros', '<', toMicros(to))
      if (employeeId !== undefined) query = query.where('employee_id', '=', employeeId)
      if (reach) query = query.where(withinReach('record.employee_id', reach))
      if (after) {
        const at = toMicros(after.at)
        query = query
          .where('at_micros', '<=', at)
          .where((eb) => eb.or([eb('at_micros', '<', at), eb('record.id', '<', after.id)]))
      }
      const rows = await query.execute()
      return rows.map((row) => ({
        ...toRecord(row),
        employee: row.name === null ? null : { id: row.employee_id, name: row.name },
      }))
    },
  }
}

/** Enters a record in the chain, by what cannot be told from it, and gives the receipt for whom it is about. */
async function enter(
  trx: Transaction<Tables>,
  { append, signer }: Auditor,
  { id, employeeId, kind, at, duplicateOf, siteId }: AttendanceRecord,
): Promise<string> {
  const atMicros = toMicros(at)
  const record = recordDigestOf({
    ...{ id, employeeId, kind, atMicros },
    ...{ duplicateOf: duplicateOf ?? null, siteId: siteId ?? null },
  })
  const { number, hash } = await append(trx, {
    action: 'record-added',
    employeeId,
    detail: { record },
  })
  const head = Buffer.from(hash).toString('hex')
  return writeReceipt({ recordId: id, atMicros, entry: number, head }, signer)
}

/** By its key: MySQL would first look through the index to count how many others there are. */
function lastCounted(trx: Transaction<Tables>, employeeId: string) {
  return trx
    .selectFrom('attendance_record')
    .selectAll()
    .where('employee_id', '=', employeeId)
    .where('ordinal', '=', (eb) =>
      eb
        .selectFrom('attendance_record as counted')
        .select(({ fn }) => fn.max('counted.ordinal').as('last'))
        .where('counted.employee_id', '=', employeeId),
    )
    .executeTakeFirst()
}

/**
 * The last counted record that no correction made void, at or before this one: whoever was taken for somebody
 * else has not sent that one home.
 */
async function lastStanding(
  trx: Transaction<Tables>,
  last: AttendanceRecordRow,
): Promise<AttendanceRecordRow | undefined> {
  for (let row: AttendanceRecordRow | undefined = last; row;) {
    const isVoid = await trx
      .selectFrom('correction')
      .innerJoin('correction_decision', 'correction_id', 'correction.id')
      .select('correction.id')
      .where('employee_id', '=', row.employee_id)
      .where('record_id', '=', row.id)
      .where('action', '=', 'void')
      .where('outcome', 'in', ['approved', 'not-needed'])
      .executeTakeFirst()
    if (!isVoid) return row
    row = await trx
      .selectFrom('attendance_record')
      .selectAll()
      .where('employee_id', '=', row.employee_id)
      .where('ordinal', '=', (row.ordinal ?? 0) - 1)
      .executeTakeFirst()
  }
  return undefined
}

/** What the clocks show where a record is made, by the rules of this process. */
async function clockOf(
  trx: Transaction<Tables>,
  { employeeId, at, siteId }: AttendanceRecord,
): Promise<LocalClock> {
  const placed = { at: toMicros(at), siteId: siteId ?? null }
  const sites = await trx.selectFrom('site').select(['id', 'zone']).orderBy('id').execute()
  const isCertain = sites.length < 2 || sites.some(({ id }) => id === siteId)
  const assignments = isCertain ? [] : await assignmentsOf(trx, [employeeId])
  return clockAt(siteOf(placed, assignments, sites)?.zone ?? zoneOfNowhere, secondOf(placed.at))
}

async function insert(
  trx: Transaction<Tables>,
  { id, employeeId, kind, at, duplicateOf, siteId, clock, origin }: AttendanceRecord,
  ordinal: number,
): Promise<void> {
  await trx
    .insertInto('attendance_record')
    .values({
      id,
      employee_id: employeeId,
      kind,
      at_micros: toMicros(at),
      duplicate_of: duplicateOf ?? null,
      ordinal: duplicateOf === undefined ? ordinal : null,
      site_id: siteId ?? null,
      zone: clock?.zone ?? null,
      offset_seconds: clock?.offsetSeconds ?? null,
      way: origin?.way ?? null,
      kiosk_id: origin?.kioskId ?? null,
    })
    .execute()
}

const toRecord = (row: AttendanceRecordRow): AttendanceRecord => ({
  id: row.id,
  employeeId: row.employee_id,
  // Only this program writes the column, and only from a RecordKind.
  kind: row.kind as RecordKind,
  at: fromMicros(row.at_micros),
  ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
  ...(row.site_id !== null && { siteId: row.site_id }),
  ...(row.zone !== null &&
    row.offset_seconds !== null && {
      clock: { zone: row.zone, offsetSeconds: row.offset_seconds },
    }),
  ...originIn(row),
})

function originIn({ way: word, kiosk_id: kioskId }: AttendanceRecordRow) {
  const way = ways.find((known) => known === word)
  return way && { origin: { way, ...(kioskId !== null && { kioskId }) } }
}
