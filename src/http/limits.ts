import type { AdmissionLimits } from './admission.ts'

/** How much and how long the server takes upon itself; a test takes less. */
export type HttpLimits = {
  readonly admission: AdmissionLimits
  /** Far above what one answer takes: something hangs, and the caller should hear so. */
  readonly answerWithinMs: number
  /** Within this time a request must have arrived; a photo over a slow line takes some seconds. */
  readonly arriveWithinMs: number
  /** How often it is looked whether a request has not. */
  readonly lookForLateEveryMs: number
}

export const httpLimits: HttpLimits = {
  // What a machine of 600 MB takes in at once, and some ten seconds of work for two cores: docs/decisions/0073.
  admission: { maxRequests: 64, maxPhotos: 96, maxBytes: 160 * 1024 * 1024, slowAfterMs: 5000 },
  answerWithinMs: 30_000,
  arriveWithinMs: 30_000,
  lookForLateEveryMs: 2000,
}
