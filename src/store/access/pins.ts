import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { pinLimits, type WrongPins } from '../../access/credentials/pin-limits.ts'
import type { PinStore } from '../../access/credentials/ports.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createPinStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): PinStore {
  return {
    async put(employeeId, hash, at) {
      return inTransaction(async (trx) => {
        const present = trx
          .selectFrom('employee')
          .select('id')
          .where('id', '=', employeeId)
          .where('left_at_micros', 'is', null)
        if (!(await dialect.lockRows(present).executeTakeFirst())) return false
        await trx.deleteFrom('employee_pin').where('employee_id', '=', employeeId).execute()
        await trx
          .insertInto('employee_pin')
          .values({ employee_id: employeeId, hash, made_at_micros: toMicros(at), wrong: 0 })
          .execute()
        return true
      })
    },

    async remove(employeeId) {
      const { numDeletedRows } = await db
        .deleteFrom('employee_pin')
        .where('employee_id', '=', employeeId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async stateOf(employeeId) {
      const row = await db
        .selectFrom('employee_pin')
        .select(['made_at_micros', 'wrong'])
        .where('employee_id', '=', employeeId)
        .executeTakeFirst()
      return row && { madeAt: fromMicros(row.made_at_micros), wrong: row.wrong }
    },

    async begin({ id, number, device, at }, wait) {
      return inTransaction(async (trx) => {
        // Whoever holds this row counts alone, in all processes.
        await dialect.lockRows(trx.selectFrom('pin_gate').select('id')).execute()
        const waitSeconds = wait(await wrongUntil(trx, device, at))
        if (waitSeconds !== undefined) return { waitSeconds }
        const row = { id, device, at_micros: toMicros(at) }
        await trx.insertInto('pin_attempt').values(row).execute()
        const kept = await trx
          .selectFrom('employee_pin')
          .innerJoin('employee', 'employee.id', 'employee_pin.employee_id')
          .select(['employee_pin.employee_id', 'hash', 'wrong'])
          .where('employee.number', '=', number)
          .where('left_at_micros', 'is', null)
          .executeTakeFirst()
        if (!kept || kept.wrong >= pinLimits.perPerson) return {}
        await trx
          .updateTable('employee_pin')
          .set((eb) => ({ wrong: eb('wrong', '+', 1) }))
          .where('employee_id', '=', kept.employee_id)
          .execute()
        return { employee: { id: kept.employee_id, hash: kept.hash } }
      })
    },

    async succeed(attemptId, employeeId) {
      await inTransaction(async (trx) => {
        await trx.deleteFrom('pin_attempt').where('id', '=', attemptId).execute()
        const set = { wrong: 0 }
        await trx
          .updateTable('employee_pin')
          .set(set)
          .where('employee_id', '=', employeeId)
          .execute()
      })
    },

    async dropAttemptsBefore(at) {
      await db.deleteFrom('pin_attempt').where('at_micros', '<', toMicros(at)).execute()
    },
  }
}

/** The PINs that were wrong so far. A clock that was set back hides none of them. */
async function wrongUntil(
  trx: Transaction<Tables>,
  device: string,
  at: Temporal.Instant,
): Promise<WrongPins> {
  const day = toMicros(at.subtract({ hours: pinLimits.dayHours }))
  const brief = toMicros(at.subtract({ minutes: pinLimits.briefMinutes }))
  const rows = await trx
    .selectFrom('pin_attempt')
    .select(['device', 'at_micros'])
    .where('at_micros', '>=', day)
    // No more of them are answered than this.
    .limit(pinLimits.perCompanyADay)
    .execute()
  const here = rows.filter((row) => row.device === device)
  return {
    ofCompanyADay: rows.length,
    ofDeviceADay: here.length,
    ofDeviceBriefly: here.filter((row) => row.at_micros >= brief).length,
  }
}
