import { Problem } from './problems.ts'

export type AdmissionLimits = {
  /** Requests with a whole body that may be inside at once, waiting or being worked on. */
  readonly maxRequests: number
  /** Photos of requests with several that may be inside at once; a single one is let in beyond that. */
  readonly maxPhotos: number
  /** Bytes that all bodies together may hold, those that are still arriving included. */
  readonly maxBytes: number
  /** A body that has been arriving for so long makes room for others when there is none left. */
  readonly slowAfterMs: number
}

/** A body that is coming in. */
export type Arrival = {
  /** Accounts for bytes about to be held. Throws the problem `overloaded` when that is too many. */
  hold(bytes: number): void
  /**
   * The body is whole: takes a place, and rejects no more. Throws the problem `overloaded` when there is none for
   * so many photos.
   */
  enter(photos: number): void
  /** Rejects with the problem `request-timeout` when the body took too long and its room is needed. */
  readonly evicted: Promise<never>
  /** Gives everything back; may be called twice. */
  leave(): void
}

/**
 * The doorkeeper of what takes memory and time: what is let in is answered soon, the rest is sent away at once
 * and told when to come back, so that a rush neither fills the memory nor makes everybody wait. A place is taken
 * by a body that is there, so that whoever sends slowly or not at all takes none.
 */
export interface Admission {
  /** Throws the problem `overloaded` when the house is full already. */
  receive(): Arrival
}

/** Looking at a photo takes about this on two cores; whoever is sent away comes back when half is done. */
const secondsPerPhoto = 0.1
const leastRetrySeconds = 2

export function createAdmission(limits: AdmissionLimits, now: () => number): Admission {
  let requests = 0
  let photosInside = 0
  let bytes = 0
  /** The oldest first. */
  const arriving = new Set<{ readonly since: number; readonly evict: () => void }>()

  const sendAway = () => {
    const retryAfterSeconds = Math.max(
      leastRetrySeconds,
      Math.ceil((photosInside * secondsPerPhoto) / 2),
    )
    return new Problem('overloaded', 'Please try again in a moment.', {}, { retryAfterSeconds })
  }
  const makeRoom = (needed: number) => {
    for (const { since, evict } of arriving) {
      if (bytes + needed <= limits.maxBytes || now() - since < limits.slowAfterMs) return
      evict()
    }
  }

  return {
    receive() {
      if (requests >= limits.maxRequests) throw sendAway()
      let held = 0
      let places = 0
      let photosHeld = 0
      const { promise: evicted, reject } = Promise.withResolvers<never>()
      evicted.catch(() => {}) // whoever left before does not ask
      const giveBack = () => {
        arriving.delete(self)
        bytes -= held
        requests -= places
        photosInside -= photosHeld
        held = places = photosHeld = 0
      }
      const self = {
        since: now(),
        evict() {
          giveBack()
          reject(new Problem('request-timeout', 'It came too slowly for a busy server.'))
        },
      }
      arriving.add(self)
      return {
        evicted,
        hold(more) {
          if (arriving.has(self)) makeRoom(more)
          if (!arriving.has(self) || bytes + more > limits.maxBytes) throw sendAway()
          bytes += more
          held += more
        },
        enter(photos) {
          const isTooMuch = photos > 1 && photosInside + photos > limits.maxPhotos
          const isFull = requests >= limits.maxRequests || isTooMuch
          if (isFull || !arriving.delete(self)) throw sendAway()
          requests += places = 1
          photosInside += photosHeld = photos
        },
        leave: giveBack,
      }
    },
  }
}
