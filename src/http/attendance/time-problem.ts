import type { NotThere } from '../../attendance/schedules.ts'
import type { Checked, TimeProblemCode } from '../../time/problem.ts'
import { Problem, type ProblemCode } from '../problems.ts'

/** The code under which the front door says what the rules of time refused. */
const codeOf = {
  'unknown-zone': 'unknown-zone',
  'not-a-date': 'invalid-value',
  'not-a-time': 'invalid-value',
  'not-an-instant': 'invalid-value',
  'range-reversed': 'invalid-range',
  'range-too-long': 'range-too-long',
  'wall-time-skipped': 'wall-time-skipped',
  'wall-time-twice': 'wall-time-twice',
  'in-the-future': 'in-the-future',
  'out-of-range': 'invalid-value',
  'missing-value': 'invalid-value',
  'shift-empty': 'shift-empty',
  'shifts-overlap': 'shifts-overlap',
  'rewrites-the-past': 'rewrites-the-past',
  'leaves-overlap': 'leaves-overlap',
  'not-a-calendar': 'not-a-calendar',
  'too-large': 'request-too-large',
  'record-unknown': 'no-such-record',
  'record-void': 'record-void',
  'record-changed': 'record-changed',
  'records-overlap': 'records-overlap',
  'own-correction': 'own-correction',
  'site-unknown': 'no-such-site',
  'in-use': 'in-use',
  archived: 'archived',
} as const satisfies Record<TimeProblemCode, ProblemCode>

/** The value that passed its checks. Throws a problem that names every field that did not. */
export function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  const problems = checked.problems.map(({ code, field, detail }) => ({
    code: codeOf[code],
    field,
    detail,
  }))
  const [first] = problems
  if (first === undefined) throw new Problem('internal-error', 'Please report this.')
  throw new Problem(first.code, `${first.detail}.`, { field: first.field, problems })
}

/** What was found. Throws the problem that says that it is not there. */
export function found<T>(value: T | undefined, code: ProblemCode, detail: string): T {
  if (value === undefined) throw new Problem(code, detail)
  return value
}

/** What was checked and found. Throws the problem that says which thing is not there. */
export function present<T>(result: Checked<T> | NotThere): T {
  if ('notThere' in result) {
    throw new Problem(`no-such-${result.notThere}`, `There is no such ${result.notThere}.`)
  }
  return valueOf(result)
}
