/** Every way in which something given to the rules of time can be wrong. Stable: callers branch on it. */
export type TimeProblemCode =
  | 'unknown-zone'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-an-instant'
  | 'range-reversed'
  | 'range-too-long'
  | 'wall-time-skipped'
  | 'wall-time-twice'
  | 'in-the-future'
  | 'out-of-range'
  | 'missing-value'
  | 'shift-empty'
  | 'shifts-overlap'
  | 'rewrites-the-past'
  | 'leaves-overlap'
  | 'not-a-calendar'
  | 'too-large'
  | 'record-unknown'
  | 'record-void'
  | 'record-changed'
  | 'records-overlap'
  | 'own-correction'
  | 'site-unknown'
  | 'in-use'
  | 'archived'

/** What is wrong with which field, said to the person who typed it. Holds no value that names a person. */
export type TimeProblem = {
  readonly code: TimeProblemCode
  /** The path of the field as the caller spelt it: `from`, `weeks[0].monday[1].end`, `event 3`. */
  readonly field: string
  readonly detail: string
}

/** A value that passed its checks, or everything that is wrong with it, never half of it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly TimeProblem[] }

export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value })

export const refused = (code: TimeProblemCode, field: string, detail: string): Checked<never> => ({
  ok: false,
  problems: [{ code, field, detail }],
})

/** The problems of all the given checks, in their order: one answer names everything that is wrong. */
export const problemsOf = (checks: readonly Checked<unknown>[]): TimeProblem[] =>
  checks.flatMap((check) => (check.ok ? [] : check.problems))
