import type { Clock } from '../clock.ts'
import type { NewId } from '../ids.ts'
import type { Store } from '../ports.ts'
import { type Corrections, type CorrectionSettings, createCorrections } from './corrections.ts'
import { createImportEmployees, type ImportEmployees } from './employee-import.ts'
import { createExports, type MakeExport } from './exports.ts'
import { createImportLeaves, type ImportLeaves } from './leave-import.ts'
import { createSchedules, type Schedules } from './schedules.ts'
import { createSites, type Sites } from './sites.ts'
import { createTimesheets, type Timesheets } from './timesheets.ts'
import { createZoneRules, type ZoneRules } from './zone-rules.ts'
import { zoneDataVersion } from '../time/zone-data.ts'

/** Everything that can be asked about hours. */
export type HoursServices = {
  readonly sites: Sites
  readonly schedules: Schedules
  readonly corrections: Corrections
  readonly timesheets: Timesheets
  readonly makeExport: MakeExport
  readonly importEmployees: ImportEmployees
  readonly importLeaves: ImportLeaves
  readonly zoneRules: ZoneRules
}

export type HoursDeps = {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: CorrectionSettings
}

export function createHoursServices({ store, clock, newId, settings }: HoursDeps): HoursServices {
  const timesheets = createTimesheets({ store, clock })
  return {
    sites: createSites({ store, clock, newId }),
    schedules: createSchedules({ store, clock, newId }),
    corrections: createCorrections({ store, clock, newId, settings }),
    timesheets,
    makeExport: createExports({ store, timesheets }),
    importEmployees: createImportEmployees({ store, clock, newId }),
    importLeaves: createImportLeaves({ store, clock, newId }),
    zoneRules: createZoneRules({ store, clock, version: zoneDataVersion }),
  }
}
