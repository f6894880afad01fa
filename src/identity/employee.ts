import type { Temporal } from 'temporal-polyfill'
import type { TemplateView } from './coverage.ts'

/** Somebody who attends. */
export type Employee = {
  readonly id: string
  readonly name: string
  /** By which the company knows them, and they say who they are at a kiosk; nobody else has it. */
  readonly number: string
  /** How many templates are kept for them. */
  readonly templates: number
  /** What is known of the photos that these were made of; nothing of those of earlier versions. */
  readonly views: readonly TemplateView[]
  readonly createdAt: Temporal.Instant
}

/** Who an attendance record or an answer speaks of. */
export type EmployeeRef = Pick<Employee, 'id' | 'name'>
