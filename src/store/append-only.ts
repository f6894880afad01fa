import type { Kysely } from 'kysely'
import type { Prohibition, StoreDialect } from './dialects/dialect.ts'

/** The one way in which what was recorded may go: their employee's erasure was written down before. */
const noErasureOf = (employeeId: string) =>
  `not exists (select 1 from erasure where erasure.employee_id = ${employeeId})`

/**
 * What nobody may do, whoever they are to the database. `old` is the row. Each name is known to databases
 * that exist: a changed rule needs a new one.
 */
const prohibitions: readonly Prohibition[] = [
  { name: 'attendance_record_stays', table: 'attendance_record', change: 'update' },
  {
    name: 'attendance_record_remains',
    table: 'attendance_record',
    change: 'delete',
    when: noErasureOf('old.employee_id'),
  },
  { name: 'correction_stays', table: 'correction', change: 'update' },
  {
    name: 'correction_remains',
    table: 'correction',
    change: 'delete',
    when: noErasureOf('old.employee_id'),
  },
  { name: 'correction_decision_stays', table: 'correction_decision', change: 'update' },
  {
    name: 'correction_decision_remains',
    table: 'correction_decision',
    change: 'delete',
    // Where the correction is gone already, it was allowed to go, and takes its decision along.
    when: `exists (select 1 from correction where correction.id = old.correction_id
      and ${noErasureOf('correction.employee_id')})`,
  },
  {
    name: 'employee_remains',
    table: 'employee',
    change: 'delete',
    // Deleting an employee deletes their corrections, in MySQL without asking the rule above.
    when: `exists (select 1 from correction where correction.employee_id = old.id)
      and ${noErasureOf('old.id')}`,
  },
  { name: 'erasure_stays', table: 'erasure', change: 'update' },
  { name: 'erasure_remains', table: 'erasure', change: 'delete' },
  { name: 'privacy_choice_stays', table: 'privacy_choice', change: 'update' },
  { name: 'privacy_choice_remains', table: 'privacy_choice', change: 'delete' },
  { name: 'notice_stays', table: 'notice', change: 'update' },
  { name: 'notice_remains', table: 'notice', change: 'delete' },
  { name: 'notice_text_stays', table: 'notice_text', change: 'update' },
  { name: 'notice_text_remains', table: 'notice_text', change: 'delete' },
  { name: 'audit_entry_stays', table: 'audit_entry', change: 'update' },
  { name: 'audit_entry_remains', table: 'audit_entry', change: 'delete' },
  { name: 'consent_stays', table: 'consent', change: 'update' },
  {
    name: 'consent_remains',
    table: 'consent',
    change: 'delete',
    when: noErasureOf('old.employee_id'),
  },
  // Answers go with their time and with whom they name, but no answer becomes another.
  { name: 'answered_request_stays', table: 'answered_request', change: 'update' },
]

/**
 * Makes the database itself refuse to change or delete what was recorded, where it does not yet. False when
 * the program has not the rights for it.
 */
export async function forbidChanges<Tables>(
  db: Kysely<Tables>,
  dialect: StoreDialect,
): Promise<boolean> {
  const plain = db as unknown as Kysely<never>
  const there = new Set(await dialect.prohibitions(plain))
  // A step of the schema may ask when the tables of later steps are not made yet.
  const tables = new Set((await plain.introspection.getTables()).map(({ name }) => name))
  try {
    for (const prohibition of prohibitions) {
      const isNew = !there.has(prohibition.name) && tables.has(prohibition.table)
      if (isNew) await dialect.forbid(plain, prohibition)
    }
    return true
  } catch (error) {
    if (dialect.isNotAllowed(error)) return false
    throw error
  }
}
