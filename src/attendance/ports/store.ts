import type { IdentityStore } from '../../identity/ports.ts'
import type {
  SiteStore,
  ScheduleStore,
  AssignmentStore,
  EmploymentStore,
  LeaveStore,
} from './planning.ts'
import type { CorrectionStore } from './corrections.ts'
import type { RecordedHours } from './recorded-hours.ts'
import type { ZoneDataStore } from './zone-data.ts'
import type { RecordStore } from './records.ts'

/**
 * What attendance asks of a database. As in IdentityStore: what a method resolved is durable. Methods that
 * take a receipt keep the answer with what they write, and throw AlreadyAnsweredError when it was kept before.
 */
export interface AttendanceStore extends IdentityStore {
  readonly records: RecordStore
  readonly sites: SiteStore
  readonly schedules: ScheduleStore
  readonly assignments: AssignmentStore
  readonly employments: EmploymentStore
  readonly leaves: LeaveStore
  readonly corrections: CorrectionStore
  readonly hours: RecordedHours
  readonly zoneData: ZoneDataStore
}
