import type { Temporal } from 'temporal-polyfill'
import { isUnit, type Embedding } from '../face/index.ts'
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

/**
 * Whether a template that comes from a database can be compared: one that was damaged, or that somebody put
 * there, must be nobody's face rather than everybody's.
 */
export const isSound = ({ embedding }: Pick<Template, 'embedding'>): boolean =>
  isUnit(embedding.vector)
