import type { RateLimit } from '../access/rates.ts'
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
  /** How often each caller is answered: an address, and whoever asks from it. */
  readonly rates: Readonly<
    Record<'address' | 'kiosk' | 'api-key' | 'operator' | 'employee', RateLimit>
  >
}

export const httpLimits: HttpLimits = {
  // What a machine of 600 MB takes in at once, and some ten seconds of work for two cores: docs/decisions/0073.
  admission: { maxRequests: 64, maxPhotos: 96, maxBytes: 160 * 1024 * 1024, slowAfterMs: 5000 },
  answerWithinMs: 30_000,
  arriveWithinMs: 30_000,
  lookForLateEveryMs: 2000,
  rates: {
    // A company with its kiosks and its office may come from one address, as may an import with a key: a hundred
    // a second, more than such a machine answers with photos.
    address: { max: 6000, seconds: 60 },
    'api-key': { max: 6000, seconds: 60 },
    // Somebody every two seconds, three photos each, and as much again for what was not answered.
    kiosk: { max: 180, seconds: 60 },
    // Pages ask every few seconds, and many at once when one is opened.
    operator: { max: 1200, seconds: 60 },
    employee: { max: 300, seconds: 60 },
  },
}
