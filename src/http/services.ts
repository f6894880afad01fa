import type { Audit } from '../access/audit/entry.ts'
import type { AccessServices } from '../access/services.ts'
import type { Calibration } from '../identity/calibration.ts'
import type { DoorServices, DoorStore } from '../access/door.ts'
import type { Clock } from '../ports/clock.ts'
import type { ClockIn, ClockInAs } from '../attendance/clock-in.ts'
import type { Contest } from '../attendance/contest.ts'
import type { Agreement } from '../identity/side-by-side.ts'
import type { Recognition } from '../identity/recognition.ts'
import type { Policies } from '../identity/identify.ts'
import type { Enrolment } from '../identity/enrol.ts'
import type { ForgetEmployee } from '../identity/forget-employee.ts'
import type { Gallery } from '../identity/gallery.ts'
import type { HoursServices } from '../attendance/services.ts'
import type { SearchAt } from '../attendance/site-search.ts'
import type { AttendanceStore } from '../attendance/ports/store.ts'
import type { AnswerStore } from '../ports/receipt.ts'
import type { Verify } from '../identity/verify.ts'
import type { MakeDpia } from '../privacy/dpia/dpia.ts'
import type { PrivacyServices } from '../privacy/services.ts'

/** What the routes work with. */
export type Services = {
  readonly access: AccessServices
  readonly door: DoorServices
  readonly clock: Clock
  /** Whether models are installed with which faces can be looked at. */
  readonly hasFace: boolean
  readonly clockIn: ClockIn
  readonly clockInAs: ClockInAs
  readonly contest: Contest
  readonly searchAt: SearchAt
  readonly enrolment: Enrolment
  readonly forgetEmployee: ForgetEmployee
  readonly verify: Verify
  readonly identification: Identification
  readonly hours: HoursServices
  readonly privacy: PrivacyServices
  readonly makeDpia: MakeDpia
  readonly store: Pick<
    AttendanceStore,
    | 'employees'
    | 'records'
    | 'sites'
    | 'schedules'
    | 'assignments'
    | 'employments'
    | 'leaves'
    | 'corrections'
    | 'recogniserChange'
  > &
    Pick<DoorStore, 'kiosks'> & {
      readonly answers: AnswerStore
      readonly audit: Pick<Audit, 'append'>
    }
}

/** How it is decided who somebody is. */
export type Identification = {
  readonly calibration: Calibration
  readonly gallery: Pick<Gallery, 'employees' | 'countOf'>
  readonly recogniser: Recognition['recogniser']
  /** The one before, where some are enrolled with that alone. */
  readonly former?: Pick<Recognition, 'recogniser' | 'gallery'> | undefined
  readonly agreement?: (() => Agreement) | undefined
} & Policies

/** Whether the server can be relied on; `reason` and `caution` are words for whoever runs it. */
export type Readiness =
  | {
      readonly ready: true
      readonly caution?: string
      /** What is not installed: people clock in without it. */
      readonly off?: readonly 'face'[]
    }
  | { readonly ready: false; readonly reason: string }
