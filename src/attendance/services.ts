import type { FaceEngine } from '../face/index.ts'
import type { IdentityServices } from '../identity/services.ts'
import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import { zoneDataVersion } from '../time/zone-data.ts'
import { createClockIn, createClockInAs } from './clock-in.ts'
import { createContest } from './contest.ts'
import { createCorrections, type CorrectionSettings } from './corrections.ts'
import { createExports } from './export/exports.ts'
import { createImportEmployees } from './import/employee-import.ts'
import { createImportLeaves } from './import/leave-import.ts'
import type { AttendanceStore } from './ports/store.ts'
import { createSchedules } from './schedules.ts'
import { createSearchAt } from './site-search.ts'
import { createSites } from './sites.ts'
import { createTimesheets } from './timesheets.ts'
import { createZoneRules } from './zone-rules.ts'

/** What attendance asks of the world. */
export type AttendanceDeps = {
  readonly engine: FaceEngine
  readonly identity: Pick<IdentityServices, 'identification'>
  readonly store: AttendanceStore
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: CorrectionSettings & { readonly debounceSeconds: number }
}

export type AttendanceServices = ReturnType<typeof createAttendance>
export type HoursServices = AttendanceServices['hours']

/** Who was here and when: clocking in, by face or otherwise, and everything that can be asked about hours. */
export function createAttendance(deps: AttendanceDeps) {
  const { engine, identity, store, clock, newId, settings } = deps
  const { galleries: gallery, identify } = identity.identification
  const searchAt = createSearchAt({ store, clock })
  const timesheets = createTimesheets({ store, clock })
  return {
    clockIn: createClockIn({
      engine,
      gallery,
      identify,
      searchAt,
      store,
      clock,
      newId,
      settings,
    }),
    clockInAs: createClockInAs({ gallery, store, clock, newId, settings }),
    searchAt,
    contest: createContest({ store, clock, newId }),
    hours: {
      sites: createSites({ store, clock, newId }),
      schedules: createSchedules({ store, clock, newId }),
      corrections: createCorrections({ store, clock, newId, settings }),
      timesheets,
      makeExport: createExports({ store, timesheets }),
      importEmployees: createImportEmployees({ store, clock, newId }),
      importLeaves: createImportLeaves({ store, clock, newId }),
      zoneRules: createZoneRules({ store, clock, version: zoneDataVersion }),
    },
  }
}
