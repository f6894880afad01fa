import type { Kysely } from 'kysely'
import type { AttendanceStore } from '../../attendance/ports/store.ts'
import { createLockEmployee } from '../identity/lock-employee.ts'
import type { IdentityStore } from '../../identity/ports.ts'
import { createAssignmentStore } from './assignments.ts'
import { createLockPlaces } from './places.ts'
import { createEmploymentStore } from './employments.ts'
import { createCorrectionStore } from './corrections.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { createAddLeaves, createLeaveStore } from './leaves.ts'
import { createRecordedHours } from './recorded-hours.ts'
import { createScheduleStore } from './schedules.ts'
import { createSiteStore } from './sites.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { createZoneDataStore } from './zone-data.ts'

export function createHoursStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): Omit<AttendanceStore, keyof IdentityStore | 'records'> {
  const lockEmployee = createLockEmployee(dialect)
  return {
    sites: createSiteStore(db, inTransaction, dialect),
    schedules: createScheduleStore(db, inTransaction, dialect),
    assignments: createAssignmentStore(db, inTransaction, lockEmployee, createLockPlaces(dialect)),
    employments: createEmploymentStore(db),
    leaves: createLeaveStore(db, inTransaction, lockEmployee),
    corrections: createCorrectionStore(db, inTransaction, lockEmployee),
    hours: {
      ...createRecordedHours(db, inTransaction, dialect),
      addLeaves: createAddLeaves(inTransaction, lockEmployee),
    },
    zoneData: createZoneDataStore(db, inTransaction),
  }
}
