import type { EmployeeRef } from '../../identity/employee.ts'
import type { Receipt } from '../../ports/receipt.ts'
import type { Correction, Decision, TimedRecord } from '../../time/correction.ts'
import type { Reach } from '../../ports/reach.ts'

/** A correction, whose it is, and what was decided about it. */
export type DecidedCorrection = {
  readonly employee: EmployeeRef
  readonly correction: Correction
  readonly decision: Decision | null
}

export const correctionStates = ['open', 'decided', 'approved', 'rejected'] as const

export type CorrectionQuery = {
  readonly employeeId?: string
  readonly reach?: Reach | undefined
  /** `approved` are all that count, those that needed no approval among them. */
  readonly state?: (typeof correctionStates)[number]
  readonly after?: string
  readonly limit: number
}

export interface CorrectionStore {
  /**
   * Keeps a correction, along with its decision where it has one at once. `objection` as for `decide`.
   */
  add<Objection extends string = never>(
    correction: Correction,
    receipt?: Receipt<Correction>,
    decision?: Decision | null,
    objection?: (records: readonly TimedRecord[]) => Objection | undefined,
  ): Promise<'added' | 'no-such-employee' | Objection>
  /**
   * Keeps a decision, unless there is one: the first stands. `objection` looks at the records that the
   * correction is about, as they are while nobody else decides; what it finds is given, and nothing is kept.
   */
  decide<Objection extends string = never>(
    decision: Decision,
    receipt?: Receipt<Decision>,
    objection?: (records: readonly TimedRecord[]) => Objection | undefined,
  ): Promise<'decided' | 'not-open' | Objection>
  find(id: string): Promise<DecidedCorrection | undefined>
  /** Newest first. */
  list(query: CorrectionQuery): Promise<DecidedCorrection[]>
  /** All that speak of these employees, in the order in which they were written. */
  of(employeeIds: readonly string[]): Promise<DecidedCorrection[]>
}
