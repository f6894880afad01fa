import type { Temporal } from 'temporal-polyfill'
import type { EmployeeRef } from './employee.ts'

/** What the database knows of a change from one recogniser to another. */
export interface RecogniserChangeStore {
  /** The recogniser that the operator changed to last; undefined where nobody ever did. */
  changedTo(): Promise<string | undefined>
  change(name: string, at: Temporal.Instant): Promise<void>
  /** How many employees have templates, but none of these models. */
  countWithout(models: readonly string[]): Promise<number>
  /** Some of them, by id, those after `after`. */
  listWithout(
    models: readonly string[],
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<EmployeeRef[]>
}
