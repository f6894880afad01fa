import { numberEverybody } from '../identity/employee-numbers.ts'
import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** A number for everybody, that nobody else has. */
export const employeeNumbers: SchemaStep = async (db, { columns, createIndex }) => {
  await addColumns(db, 'employee', { number: columns.word, number_count: columns.integer })
  await numberEverybody(db)
  // The database itself refuses to give one number to two.
  await createIndex(db, {
    name: 'employee_by_number',
    table: 'employee',
    columns: ['number'],
    unique: true,
  })
  await createIndex(db, {
    name: 'employee_by_number_count',
    table: 'employee',
    columns: ['number_count'],
  })
}
