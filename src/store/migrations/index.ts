import { employees } from './0001-employees.ts'
import { faceTemplates } from './0002-face-templates.ts'
import { attendanceRecords } from './0003-attendance-records.ts'
import { indexes } from './0004-indexes.ts'
import { hours } from './0005-hours.ts'
import { corrections } from './0006-corrections.ts'
import { answeredRequests } from './0007-answered-requests.ts'
import { recordedHours } from './0008-recorded-hours.ts'
import { templateViews } from './0009-template-views.ts'
import { galleryChanges } from './0010-gallery-changes.ts'
import { appendOnly } from './0011-append-only.ts'
import { rulesOfTime } from './0012-rules-of-time.ts'
import { employeeNumbers } from './0013-employee-numbers.ts'
import { kiosks } from './0014-kiosks.ts'
import { credentials } from './0015-credentials.ts'
import { access } from './0016-access.ts'
import { privacy } from './0017-privacy.ts'
import { keys } from './0018-keys.ts'
import { recordOrigins } from './0019-record-origins.ts'
import { audit } from './0020-audit.ts'
import { consents } from './0021-consents.ts'
import { whatWasForgotten } from './0022-what-was-forgotten.ts'
import { fromADayOn } from './0023-from-a-day-on.ts'
import { whoCorrected } from './0024-who-corrected.ts'
import { rateWindows } from './0025-rate-windows.ts'
import { faceSearch } from './0026-face-search.ts'
import { secondFactors } from './0027-second-factors.ts'
import { recogniserChanges } from './0028-recogniser-changes.ts'
import type { SchemaStep } from './migration.ts'

/** Every step of the schema under the name that a database remembers it by. Add at the end; never change. */
export const schemaSteps: Readonly<Record<string, SchemaStep>> = {
  '0001-employees': employees,
  '0002-face-templates': faceTemplates,
  '0003-attendance-records': attendanceRecords,
  '0004-indexes': indexes,
  '0005-hours': hours,
  '0006-corrections': corrections,
  '0007-answered-requests': answeredRequests,
  '0008-recorded-hours': recordedHours,
  '0009-template-views': templateViews,
  '0010-gallery-changes': galleryChanges,
  '0011-append-only': appendOnly,
  '0012-rules-of-time': rulesOfTime,
  '0013-employee-numbers': employeeNumbers,
  '0014-kiosks': kiosks,
  '0015-credentials': credentials,
  '0016-access': access,
  '0017-privacy': privacy,
  '0018-keys': keys,
  '0019-record-origins': recordOrigins,
  '0020-audit': audit,
  '0021-consents': consents,
  '0022-what-was-forgotten': whatWasForgotten,
  '0023-from-a-day-on': fromADayOn,
  '0024-who-corrected': whoCorrected,
  '0025-rate-windows': rateWindows,
  '0026-face-search': faceSearch,
  '0027-second-factors': secondFactors,
  '0028-recogniser-changes': recogniserChanges,
}
