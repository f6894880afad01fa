import type { Calibration } from '../attendance/calibration.ts'
import type { ClockIn } from '../attendance/clock-in.ts'
import type { Policy } from '../attendance/decision.ts'
import type { Enrolment } from '../attendance/enrol.ts'
import type { ForgetEmployee } from '../attendance/forget-employee.ts'
import type { Gallery } from '../attendance/gallery.ts'
import type { HoursServices } from '../attendance/hours/services.ts'
import type { Store } from '../attendance/ports.ts'
import type { Verify } from '../attendance/verify.ts'

/** What the routes work with. */
export type Services = {
  readonly clockIn: ClockIn
  readonly enrolment: Enrolment
  readonly forgetEmployee: ForgetEmployee
  readonly verify: Verify
  readonly identification: Identification
  readonly hours: HoursServices
  readonly store: Pick<
    Store,
    | 'answers'
    | 'employees'
    | 'records'
    | 'sites'
    | 'schedules'
    | 'assignments'
    | 'leaves'
    | 'corrections'
  >
}

/** How it is decided who somebody is. */
export type Identification = {
  readonly calibration: Calibration
  readonly gallery: Pick<Gallery, 'employees'>
  readonly policy: () => Policy
}

/** Whether the server can be relied on; `reason` and `caution` are words for whoever runs it. */
export type Readiness =
  | { readonly ready: true; readonly caution?: string }
  | { readonly ready: false; readonly reason: string }
