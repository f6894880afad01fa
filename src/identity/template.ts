import type { Temporal } from 'temporal-polyfill'
import type { Embedding } from '../face/index.ts'
import type { TemplateView } from './coverage.ts'

/** An embedding kept for an employee. It identifies a person: it never leaves the server. */
export type Template = {
  readonly id: string
  readonly employeeId: string
  readonly embedding: Embedding
  readonly createdAt: Temporal.Instant
  /** What its photo was like; nothing is known of those that earlier versions made. */
  readonly view?: TemplateView
}
