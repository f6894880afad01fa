import type { ClockIn } from '../attendance/clock-in.ts'
import type { Enrolment } from '../attendance/enrol.ts'
import type { ForgetEmployee } from '../attendance/forget-employee.ts'
import type { HoursServices } from '../attendance/hours/services.ts'
import type { Store } from '../attendance/ports.ts'

/** What the routes work with. */
export type Services = {
  readonly clockIn: ClockIn
  readonly enrolment: Enrolment
  readonly forgetEmployee: ForgetEmployee
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

/** Whether the server can be relied on; `reason` is a word for whoever runs it. */
export type Readiness =
  { readonly ready: true } | { readonly ready: false; readonly reason: string }
