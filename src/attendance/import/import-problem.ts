import type { TimeProblemCode } from '../../time/problem.ts'

/** Why a file, or a row of it, cannot be taken in. Stable: callers branch on it. */
export type ImportProblemCode =
  | 'too-large'
  | 'not-utf-8'
  | 'not-csv'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'missing-header'
  | 'repeated-header'
  | 'no-rows'
  | 'missing-value'
  | 'out-of-range'
  | 'not-a-date'
  | 'unknown-site'
  | 'unknown-schedule'
  | 'same-name'
  | 'same-number'
  | 'not-a-number'
  | 'number-taken'
  | 'another-number'
  | 'not-a-timestamp'
  | 'unknown-employee'
  | 'before-the-last'
  | TimeProblemCode

/** What is wrong where. Quotes nothing from the file, which may hold names. */
export type ImportProblem = {
  readonly code: ImportProblemCode
  /** The column's name, or `file`. */
  readonly field: string
  readonly detail: string
}
