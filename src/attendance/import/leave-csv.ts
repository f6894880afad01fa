import { leaveNames, partNames } from '../export/headings.ts'
import {
  checkLeave,
  type Leave,
  type LeaveDraft,
  type LeaveKind,
  leaveKinds,
  leavesClash,
} from '../../time/leave.ts'
import { createLeaveIndex } from '../../time/leave-index.ts'
import { type Headers, plainText, readCsv, type Unreadable } from './csv-table.ts'
import type { ImportProblem } from './import-problem.ts'

type Field = 'employee' | 'from' | 'to' | 'kind' | 'part' | 'start' | 'end'

const headers = {
  employee: ['employee', 'employee id', 'name', 'employe', 'matricule', 'nom', 'الموظف', 'الاسم', 'رقم الموظف'],
  from: ['from', 'debut', 'du', 'من'],
  to: ['to', 'fin', 'au', 'الى'],
  kind: ['kind', 'type', 'leave', 'conge', 'النوع', 'اجازة'],
  part: ['part', 'partie', 'moment', 'الجزء'],
  start: ['start', 'heure de debut', 'وقت البداية'],
  end: ['end', 'heure de fin', 'وقت النهاية'],
} as const satisfies Headers<Field> // prettier-ignore

/** The employees who have not left: their ids by name, and by id. */
export type KnownEmployees = ReadonlyMap<string, readonly string[]>

/** What a row asks for, as far as the row itself says. */
export type LeaveRow = { readonly row: number } & (
  | { readonly outcome: 'read'; readonly leave: Omit<Leave, 'id'> }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
)

/** What becomes of a row. */
export type LeaveRowReport = { readonly row: number } & (
  | { readonly outcome: 'new'; readonly leave: Omit<Leave, 'id'> }
  /** The same leave is there; the row changes nothing, so a file can be sent twice. */
  | { readonly outcome: 'already-there' }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
)

/** The report of a whole file. It may be imported only when `isClean`: all of it or nothing. */
export type LeaveCsvReport =
  | Unreadable
  | {
      readonly outcome: 'read'
      readonly isClean: boolean
      readonly rows: readonly LeaveRowReport[]
    }

/** Words that people use besides those of the exports. */
const otherWords: Readonly<Record<LeaveKind, readonly string[]>> = {
  paid: ['conge paye', 'conges payes', 'cp', 'paid leave'],
  unpaid: ['conge sans solde', 'unpaid leave'],
  sick: ['arret maladie', 'sickness', 'sick leave'],
  other: ['autre conge', 'other leave'],
}

const kinds = new Map(
  leaveKinds.flatMap((kind) =>
    [kind, ...Object.values(leaveNames[kind]), ...otherWords[kind]].map(
      (word) => [plainText(word), kind] as const,
    ),
  ),
)

const parts = new Map<string, NonNullable<LeaveDraft['part']>>([
  ...(['morning', 'afternoon'] as const).flatMap((part) =>
    [part, ...Object.values(partNames[part])].map((word) => [plainText(word), part] as const),
  ),
  ['day', 'day'],
  ['journee', 'day'],
  ['hours', 'hours'],
  ['heures', 'hours'],
])

/**
 * Reads leave from CSV. The columns are `employee` (a name or an id), `from` and `kind`, and if wanted `to`,
 * `part`, `start` and `end`; a row with times and no part is of hours.
 */
export const readLeaveCsv = (
  bytes: Uint8Array,
  employees: KnownEmployees,
): Promise<Unreadable | readonly LeaveRow[]> =>
  readCsv(bytes, headers, ['employee', 'from', 'kind'], ({ row, cell }) => ({
    row,
    ...readRow(cell, employees),
  }))

type Read =
  | { outcome: 'read'; leave: Omit<Leave, 'id'> }
  | { outcome: 'refused'; problems: readonly ImportProblem[] }

function readRow(cell: (field: Field) => string, employees: KnownEmployees): Read {
  const problems: ImportProblem[] = []
  const found = employees.get(cell('employee')) ?? []
  const [employeeId] = found
  if (cell('employee') === '') {
    problems.push({ code: 'missing-value', field: 'employee', detail: 'employee is empty' })
  } else if (employeeId === undefined) {
    const detail = 'there is no employee of this name or id'
    problems.push({ code: 'unknown-employee', field: 'employee', detail })
  } else if (found.length > 1) {
    const detail = 'several employees have this name; write the id'
    problems.push({ code: 'same-name', field: 'employee', detail })
  }
  const kind = kinds.get(plainText(cell('kind')))
  if (kind === undefined) {
    const detail = `kind is not one of ${leaveKinds.join(', ')}`
    problems.push({ code: 'out-of-range', field: 'kind', detail })
  }
  const [start, end] = [cell('start'), cell('end')]
  const word = cell('part')
  const hasTimes = start !== '' || end !== ''
  const part = word === '' ? (hasTimes ? 'hours' : 'day') : parts.get(plainText(word))
  if (part === undefined) {
    const detail = 'part is not one of day, morning, afternoon, hours'
    problems.push({ code: 'out-of-range', field: 'part', detail })
  }
  const checked = checkLeave({
    from: cell('from'),
    to: cell('to') || cell('from'),
    kind: kind ?? 'other',
    part: part ?? 'day',
    ...(start !== '' && { start }),
    ...(end !== '' && { end }),
  })
  if (!checked.ok && part !== undefined) problems.push(...checked.problems)
  return problems.length > 0 || !checked.ok || employeeId === undefined
    ? { outcome: 'refused', problems }
    : { outcome: 'read', leave: { employeeId, ...checked.value } }
}

/** Tells of one row after the other what becomes of it, beside the leave that is there and the rows before. */
export function createSettling(there: readonly Leave[]): (row: LeaveRow) => LeaveRowReport {
  const byEmployee = new Map(
    [...Map.groupBy(there, ({ employeeId }) => employeeId)].map(([id, leaves]) => [
      id,
      createLeaveIndex(leaves),
    ]),
  )
  return (read) => {
    if (read.outcome === 'refused') return read
    const { row, leave } = read
    const others = byEmployee.get(leave.employeeId) ?? createLeaveIndex([])
    byEmployee.set(leave.employeeId, others)
    const mine = { ...leave, id: '' }
    if (others.someAround(mine, (other) => isSameLeave(other, leave)))
      return { row, outcome: 'already-there' }
    if (others.someAround(mine, (other) => leavesClash(other, mine))) {
      const detail = 'this overlaps a leave that is there, or of a row before'
      const problem = { code: 'leaves-overlap', field: 'from', detail } as const
      return { row, outcome: 'refused', problems: [problem] }
    }
    others.add(mine)
    return { row, outcome: 'new', leave }
  }
}

/** What becomes of the rows of a file. */
export const settleLeaves = (rows: readonly LeaveRow[], there: readonly Leave[]): LeaveCsvReport =>
  reportOf(rows.map(createSettling(there)))

export const reportOf = (rows: readonly LeaveRowReport[]): LeaveCsvReport => ({
  outcome: 'read',
  isClean: rows.every(({ outcome }) => outcome !== 'refused'),
  rows,
})

const isSameLeave = (a: Omit<Leave, 'id'>, b: Omit<Leave, 'id'>): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.kind === b.kind &&
  JSON.stringify(a.part ?? null) === JSON.stringify(b.part ?? null)
