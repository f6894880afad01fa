import type { Temporal } from 'temporal-polyfill'

/** Somebody's templates changed: some came, or went, or all of them. */
export type GalleryChange = { readonly number: number; readonly employeeId: string }

/**
 * What the servers on one database tell each other. Changes are numbered 1, 2, 3 ... in the order of their
 * commits: whoever has seen one has seen all before it, and a missing number is one that was dropped.
 */
export interface GalleryChangeStore {
  /** The number of the last change; 0 before the first. */
  last(): Promise<number>
  /** Those that follow a number, in their order. */
  after(number: number, limit: number): Promise<GalleryChange[]>
  /** Drops those made before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

/** Nothing was written: the templates changed since the number that was given along. */
export class GalleryMovedError extends Error {
  override readonly name = 'GalleryMovedError'

  constructor() {
    super('Other templates were added or removed meanwhile')
  }
}
