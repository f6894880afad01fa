import { coverageOf, strengthOf } from '../identity/coverage.ts'
import type { Employee } from '../identity/employee.ts'
import type { AttendanceRecord } from '../attendance/record.ts'

/** An employee as answers show them. */
export function showEmployee(employee: Employee) {
  const { id, name, number, templates, createdAt } = employee
  return {
    id,
    name,
    number,
    templates,
    strength: strengthOf(employee),
    coverage: coverageOf(employee),
    createdAt: createdAt.toString(),
  }
}

/** A record as answers show it. */
export function showRecord({ id, kind, at }: AttendanceRecord) {
  return { id, kind, at: at.toString() }
}
