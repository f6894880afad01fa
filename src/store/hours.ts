import type { Kysely, Transaction } from 'kysely'
import type { HoursStore } from '../attendance/hours/ports.ts'
import { createAssignmentStore } from './assignments.ts'
import { createCorrectionStore } from './corrections.ts'
import type { StoreDialect } from './dialects/dialect.ts'
import { createAddLeaves, createLeaveStore } from './leaves.ts'
import { createRecordedHours } from './recorded-hours.ts'
import { createScheduleStore } from './schedules.ts'
import { createSiteStore } from './sites.ts'
import type { Tables } from './tables.ts'
import type { InTransaction } from './transaction.ts'
import { createZoneDataStore } from './zone-data.ts'

/** Finds an employee, also one who left, and locks their row until the transaction ends. */
export type LockEmployee = (trx: Transaction<Tables>, id: string) => Promise<boolean>

export function createHoursStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): HoursStore {
  const lockEmployee: LockEmployee = async (trx, id) => {
    const found = trx.selectFrom('employee').select('id').where('id', '=', id)
    return (await dialect.lockRows(found).executeTakeFirst()) !== undefined
  }
  return {
    sites: createSiteStore(db, inTransaction),
    schedules: createScheduleStore(db, inTransaction, dialect),
    assignments: createAssignmentStore(db, inTransaction, lockEmployee),
    leaves: createLeaveStore(db, inTransaction, lockEmployee),
    corrections: createCorrectionStore(db, inTransaction, lockEmployee),
    hours: {
      ...createRecordedHours(db, inTransaction, dialect),
      addLeaves: createAddLeaves(inTransaction, lockEmployee),
    },
    zoneData: createZoneDataStore(db, inTransaction),
  }
}
