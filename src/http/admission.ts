import { Problem } from './problems.ts'

export type AdmissionLimits = {
  /** Requests with photos that may be inside at once, waiting or being worked on. */
  readonly maxRequests: number
  /** Bytes of photos that all of them together may hold. */
  readonly maxBytes: number
}

/** A request that has been let in. */
export type Admitted = {
  /** Accounts for bytes about to be held. Throws the problem `overloaded` when that is too many. */
  hold(bytes: number): void
  /** Gives everything back. */
  leave(): void
}

/**
 * The doorkeeper of the photo routes: what is let in is answered soon, the rest is sent away at once
 * and told when to come back, so that a rush neither fills the memory nor makes everybody wait.
 */
export interface Admission {
  /** Throws the problem `overloaded` when the house is full. */
  enter(): Admitted
}

const retryAfterSeconds = 2

export function createAdmission(limits: AdmissionLimits): Admission {
  let requests = 0
  let bytes = 0
  const sendAway = () =>
    new Problem('overloaded', 'Please try again in a moment.', {}, { retryAfterSeconds })

  return {
    enter() {
      if (requests >= limits.maxRequests) throw sendAway()
      requests++
      let held = 0
      return {
        hold(more) {
          if (bytes + more > limits.maxBytes) throw sendAway()
          bytes += more
          held += more
        },
        leave() {
          requests--
          bytes -= held
        },
      }
    },
  }
}
