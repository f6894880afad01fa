import type { ExpressionBuilder, Kysely, Transaction } from 'kysely'
import type {
  NewEmployee,
  OlderEmployee,
  Person,
  RecordedHours,
  TakenRecord,
} from '../../attendance/ports/recorded-hours.ts'
import type { RecordKind } from '../../time/record-kind.ts'
import type { TimedRecord } from '../../time/correction.ts'
import { writable } from '../../time/instant.ts'
import { createLockPeople } from '../identity/lock-employee.ts'
import { dateOf } from '../../time/day.ts'
import { keepAnswer } from '../answers.ts'
import { insertAssignment } from './assigned.ts'
import { createLockPlaces } from './places.ts'
import { toEmploymentDays } from './employments.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { numbersFor, type NumberColumns } from '../identity/employee-numbers.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { AttendanceRecordRow } from './tables.ts'
import type { InTransaction } from '../transaction.ts'
import { withinReach } from './within-reach.ts'

export function createRecordedHours(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): Omit<RecordedHours, 'addLeaves'> {
  const lockPeople = createLockPeople(dialect)
  const lockPlaces = createLockPlaces(dialect)
  return {
    async known() {
      const rows = await db
        .selectFrom('employee')
        .select(['name', 'number', 'left_at_micros'])
        .execute()
      return rows.map(({ name, number, left_at_micros }) => ({
        ...{ name, number },
        hasLeft: left_at_micros !== null,
      }))
    },

    async addPeople(people, at, receipt) {
      return inTransaction(async (trx) => {
        await lockPeople(trx)
        for (let i = 0; i < people.length; i += rowsAtOnce) {
          const names = people.slice(i, i + rowsAtOnce).map(({ name }) => name)
          if (await isAnyPresent(trx, names)) return false
        }
        const assigned = people.flatMap(({ assignment }) => assignment ?? [])
        if (!(await lockPlaces(trx, assigned)).ok) return false
        const numbers = await numbersFor(
          trx,
          people.map(({ number }) => number),
        )
        for (const [i, person] of people.entries()) await insertPerson(trx, person, numbers[i])
        await keepAnswer(trx, receipt, people, { at: fromMicros(at) })
        return true
      })
    },

    async takeOver(all) {
      return inTransaction(async (trx) => {
        await lockPeople(trx)
        const numbers = await numbersFor(
          trx,
          all.map(({ person }) => person.number),
        )
        for (const [i, { person, records, older }] of all.entries()) {
          if (older !== undefined && (await isTaken(trx, older))) return false
          await insertPerson(trx, person, numbers[i])
          await insertRecords(trx, records, 0)
          if (older === undefined) continue
          await trx
            .insertInto('older_employee')
            .values({
              source: older.source,
              older_id: older.olderId,
              employee_id: person.id,
              last_record_id: older.lastRecordId,
            })
            .execute()
        }
        return true
      })
    },

    async takenFrom(source) {
      const rows = await db
        .selectFrom('older_employee')
        .innerJoin('employee', 'employee.id', 'employee_id')
        .selectAll('older_employee')
        .select('left_at_micros')
        .where('source', '=', source)
        .execute()
      return rows.map((row) => ({
        source,
        olderId: row.older_id,
        lastRecordId: row.last_record_id,
        employeeId: row.employee_id,
        hasLeft: row.left_at_micros !== null,
      }))
    },

    async goneFrom(source) {
      const rows = await db
        .selectFrom('older_erasure')
        .select('older_id')
        .where('source', '=', source)
        .execute()
      return new Set(rows.map(({ older_id }) => older_id))
    },

    async lastCounted(employeeId) {
      const row = await lastOf(db, employeeId)
      return (
        row && {
          id: row.id,
          kind: row.kind as RecordKind,
          at: writable(row.at_micros),
          ordinal: row.ordinal ?? 0,
        }
      )
    },

    async takeOverMore({ employeeId, source, olderId, lastRecordId }, last, records) {
      return inTransaction(async (trx) => {
        const there = trx
          .selectFrom('employee')
          .select('id')
          .where('id', '=', employeeId)
          .where('left_at_micros', 'is', null)
        if (!(await dialect.lockRows(there).executeTakeFirst())) return false
        const ordinal = (await lastOf(trx, employeeId))?.ordinal ?? 0
        if (ordinal !== (last?.ordinal ?? 0)) return false
        await insertRecords(trx, records, ordinal)
        await trx
          .updateTable('older_employee')
          .set({ last_record_id: lastRecordId })
          .where('source', '=', source)
          .where('older_id', '=', olderId)
          .execute()
        return true
      })
    },

    async people({ after, limit, since, reach }) {
      const lately = (eb: ExpressionBuilder<Tables, 'employee'>) =>
        eb.exists(
          eb
            .selectFrom('attendance_record')
            .select('attendance_record.id')
            .whereRef('employee_id', '=', 'employee.id')
            .where('at_micros', '>=', since),
        )
      let query = persons(db)
        .where((eb) => eb.or([eb('left_at_micros', 'is', null), eb('left_at_micros', '>=', since)]))
        .where((eb) =>
          eb.or([
            eb('last_date', 'is', null),
            eb('last_date', '>=', dateOf(Math.floor(since / dayMicros))),
            lately(eb),
          ]),
        )
        .orderBy('id')
        .limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      if (reach) query = query.where(withinReach('employee.id', reach))
      return (await query.execute()).map(toPerson)
    },

    async person(id) {
      const row = await persons(db).where('id', '=', id).executeTakeFirst()
      return row && toPerson(row)
    },

    async of(employeeIds, { from, to }) {
      if (employeeIds.length === 0) return []
      // In the order of the index by employee and time, so that nothing is sorted.
      const rows = await recorded(db)
        .where('employee_id', 'in', [...employeeIds])
        .where('at_micros', '>=', from)
        .where('at_micros', '<', to)
        .orderBy('employee_id')
        .orderBy('at_micros')
        .orderBy('id')
        .execute()
      return rows.map(toTimed)
    },

    async find(recordId) {
      const row = await recorded(db).where('id', '=', recordId).executeTakeFirst()
      return row && toTimed(row)
    },
  }
}

/** Whether an employee who has not left has one of these names. */
async function isAnyPresent(trx: Transaction<Tables>, names: readonly string[]): Promise<boolean> {
  const there = trx
    .selectFrom('employee')
    .select('id')
    .where('name', 'in', names)
    .where('left_at_micros', 'is', null)
    .limit(1)
  return (await there.executeTakeFirst()) !== undefined
}

async function isTaken(
  trx: Transaction<Tables>,
  { source, olderId }: OlderEmployee,
): Promise<boolean> {
  const there = trx
    .selectFrom('older_employee')
    .select('older_id')
    .where('source', '=', source)
    .where('older_id', '=', olderId)
  return (await there.executeTakeFirst()) !== undefined
}

const dayMicros = 86_400_000_000

const persons = (db: Kysely<Tables>) =>
  db.selectFrom('employee').select(['id', 'name', 'left_at_micros', 'first_date', 'last_date'])

const toPerson = (row: {
  readonly id: string
  readonly name: string
  readonly left_at_micros: number | null
  readonly first_date: string | null
  readonly last_date: string | null
}): Person => ({
  id: row.id,
  name: row.name,
  forgottenAt: row.left_at_micros,
  ...toEmploymentDays(row),
})

function lastOf(db: Kysely<Tables>, employeeId: string) {
  return db
    .selectFrom('attendance_record')
    .select(['id', 'kind', 'at_micros', 'ordinal'])
    .where('employee_id', '=', employeeId)
    .where('ordinal', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function insertRecords(
  trx: Transaction<Tables>,
  records: readonly TakenRecord[],
  lastOrdinal: number,
): Promise<void> {
  let ordinal = lastOrdinal
  const rows = records.map((record) => ({
    id: record.id,
    employee_id: record.employeeId,
    kind: record.kind,
    at_micros: record.at,
    duplicate_of: record.duplicateOf ?? null,
    ordinal: record.duplicateOf === undefined ? ++ordinal : null,
    site_id: record.siteId,
    zone: record.clock?.zone ?? null,
    offset_seconds: record.clock?.offsetSeconds ?? null,
  }))
  for (let i = 0; i < rows.length; i += rowsAtOnce) {
    await trx
      .insertInto('attendance_record')
      .values(rows.slice(i, i + rowsAtOnce))
      .execute()
  }
}

/** Parameters in one statement: every database takes more than nine for each of these. */
const rowsAtOnce = 500

async function insertPerson(
  trx: Transaction<Tables>,
  person: NewEmployee,
  number: NumberColumns | undefined,
): Promise<void> {
  const { id, name, createdAt, assignment } = person
  if (!number) throw new Error('A newcomer has no number')
  await trx
    .insertInto('employee')
    .values({ id, name, ...number, created_at_micros: createdAt, left_at_micros: null })
    .execute()
  if (assignment !== null) await insertAssignment(trx, assignment, createdAt)
}

/** Records as timesheets read them. */
export const recorded = (db: Kysely<Tables>) =>
  db
    .selectFrom('attendance_record')
    .select(['id', 'employee_id', 'kind', 'at_micros', 'duplicate_of', 'site_id'])

type RecordedRow = Omit<
  AttendanceRecordRow,
  'ordinal' | 'zone' | 'offset_seconds' | 'way' | 'kiosk_id'
>

export function toTimed(row: RecordedRow): TimedRecord {
  const record = {
    id: row.id,
    employeeId: row.employee_id,
    siteId: row.site_id,
    // Only this program writes the column, and only from a RecordKind.
    kind: row.kind as RecordKind,
    at: writable(row.at_micros),
  }
  // Spreading into each of a month's records would cost as much as reading it.
  return row.duplicate_of === null ? record : { ...record, duplicateOf: row.duplicate_of }
}
