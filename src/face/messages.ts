import type { RecogniserName } from './recognisers/card.ts'
import type { Purpose } from './types.ts'
import type { WireReading } from './wire.ts'

/** What the pool says to a worker process, and what it answers. */
export type Job = {
  readonly id: number
  /** Whose steps are counted where; below `photosPerWorker`, and nobody else's meanwhile. */
  readonly seat: number
  readonly photo: Uint8Array
  readonly options: { readonly purpose: Purpose; readonly embedLargest?: number }
}
export type Answer =
  | { readonly id: number; readonly reading: WireReading }
  | { readonly id: number; readonly failure: string }
export type FromWorker = { readonly ready: true } | Answer
export type ToWorker = Job | { readonly close: true }
export type WorkerSettings = {
  readonly threads: number
  /** Photos that are looked at at a time. */
  readonly seats: number
  readonly recogniser: RecogniserName
  /** The one before, which looks at every face as well. */
  readonly former?: RecogniserName
  readonly packsDirectory?: string
}
