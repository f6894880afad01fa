import type { LookOptions, PhotoReading } from './types.ts'

/** What the pool says to a worker process, and what it answers. */
export type Job = { readonly id: number; readonly photo: Uint8Array; readonly options: LookOptions }
export type Answer =
  | { readonly id: number; readonly reading: PhotoReading }
  | { readonly id: number; readonly failure: string }
export type FromWorker = { readonly ready: true } | Answer
export type ToWorker = Job | { readonly close: true }
export type WorkerSettings = { readonly threads: number }
