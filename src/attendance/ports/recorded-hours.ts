import type { EmployeeRef } from '../../identity/employee.ts'
import type { Reach } from '../../ports/reach.ts'
import type { Receipt } from '../../ports/receipt.ts'
import type { TimedRecord } from '../../time/correction.ts'
import type { EmploymentDays } from '../../time/employment-days.ts'
import type { EpochMicros } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import type { LocalClock } from '../../time/zone.ts'
import type { KeptAssignment } from './planning.ts'

/** Instants from the first on, up to the second, which is not included. */
export type MicrosRange = { readonly from: EpochMicros; readonly to: EpochMicros }

/** Somebody whose hours are counted: when they are employed, and when they were forgotten, if they were. */
export type Person = EmployeeRef & EmploymentDays & { readonly forgottenAt: EpochMicros | null }

/** An employee who comes without templates, and where they belong. */
export type NewEmployee = EmployeeRef & {
  /** Without one they get the next. */
  readonly number?: string
  readonly createdAt: EpochMicros
  readonly assignment: KeptAssignment | null
}

/** An employee of another program, with everything that it recorded of them, by moment. */
export type TakenOver = {
  readonly person: NewEmployee
  readonly records: readonly TakenRecord[]
  readonly older?: OlderEmployee
}

export type TakenRecord = TimedRecord & { readonly clock?: LocalClock }

/** How far an employee of another program was taken over. */
export type OlderEmployee = {
  /** Recognises the other program's database; at most 100 ASCII characters. */
  readonly source: string
  readonly olderId: number
  /** The largest id of their records that was looked at; 0 for none. */
  readonly lastRecordId: number
}

/** Whom an employee of another program became. */
export type TakenEmployee = OlderEmployee & {
  readonly employeeId: string
  readonly hasLeft: boolean
}

/** The last record of an employee that counts. */
export type LastCounted = Pick<TimedRecord, 'id' | 'kind' | 'at'> & { readonly ordinal: number }

/** What newcomers are compared with. */
export type KnownEmployee = {
  readonly name: string
  readonly number: string
  readonly hasLeft: boolean
}

export interface RecordedHours {
  /** Everybody, those who left included: their numbers stay theirs. */
  known(): Promise<KnownEmployee[]>
  /**
   * Keeps all of the employees with their records, or nothing. False: one of them was taken over meanwhile, by
   * another run.
   */
  takeOver(all: readonly TakenOver[]): Promise<boolean>
  /** Everybody who was taken over from another program's database, except those who are gone. */
  takenFrom(source: string): Promise<TakenEmployee[]>
  /** The ids there of those who were taken over, and are gone: they are not to come back. */
  goneFrom(source: string): Promise<ReadonlySet<number>>
  lastCounted(employeeId: string): Promise<LastCounted | undefined>
  /**
   * Keeps records of an employee who was taken over before, all or none. False: nothing was kept, because
   * the employee left, or has a record since `last`.
   */
  takeOverMore(
    taken: TakenEmployee,
    last: LastCounted | undefined,
    records: readonly TakenRecord[],
  ): Promise<boolean>
  /**
   * Keeps all of the employees with their assignments, or none. False: somebody of one of their names is there
   * by now. Throws a NumberTakenError.
   */
  addPeople(
    people: readonly NewEmployee[],
    at: EpochMicros,
    receipt?: Receipt<readonly NewEmployee[]>,
  ): Promise<boolean>
  /** Keeps all of the leaves or none. False: one clashes, or its employee is not there. */
  addLeaves(
    leaves: readonly Leave[],
    at: EpochMicros,
    receipt?: Receipt<readonly Leave[]>,
  ): Promise<boolean>
  /**
   * Employees by id, without those who left before `since`, unless anything was recorded of them after it: those
   * who were forgotten with their records kept since then are among them, as what they worked before still counts.
   */
  people(query: {
    after?: string
    limit: number
    since: EpochMicros
    reach?: Reach | undefined
  }): Promise<Person[]>
  person(id: string): Promise<Person | undefined>
  /** Raw records, duplicates included, by employee, moment and id. */
  of(employeeIds: readonly string[], range: MicrosRange): Promise<TimedRecord[]>
  find(recordId: string): Promise<TimedRecord | undefined>
}
