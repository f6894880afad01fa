import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Job, WorkerSettings } from './messages.ts'
import { startWorker, type Worker } from './worker.ts'

/** A worker that cannot even start is tried again after this. */
const respawnAfterMs = 500

/** A place with seats for photos, which has a worker or is about to have the next one. */
export interface Slot<Photo> {
  /** The photos at work. */
  readonly photos: readonly Photo[]
  readonly isReady: boolean
  /** The last worker could not be started; the next one may be. */
  readonly isDown: boolean
  /** Hands a photo to the worker, which must be ready and have a seat free. */
  look(photo: Photo, job: Omit<Job, 'seat'>): void
  /** Resolves when the first worker is ready; rejects with what is known when it ends before that. */
  readonly started: Promise<void>
  /** Lets the worker finish its photos and ends its process, for good. */
  close(): Promise<void>
}

export type SlotEvents<Photo> = {
  readonly onAnswer: (photo: Photo, answer: Answer) => void
  /** The worker ended while it looked at this photo. */
  readonly onInterrupted: (photo: Photo, cause: unknown) => void
  /** Told after all else: a seat became free, a worker ready, or the slot is down. */
  readonly onChange: () => void
  /** A worker is ready, or has ended without being told to. */
  readonly onWorker: (news: 'ready' | 'ended', cause?: unknown) => void
}

type Seat<Photo> = { readonly id: number; readonly photo: Photo } | undefined

export function createSlot<Photo>(
  settings: WorkerSettings,
  { onAnswer, onInterrupted, onChange, onWorker }: SlotEvents<Photo>,
): Slot<Photo> {
  const seats: Seat<Photo>[] = Array.from({ length: settings.seats }, () => undefined)
  let worker: Worker | undefined
  let isReady = false
  let isDown = false
  let isClosing = false
  const first = Promise.withResolvers<void>()
  const life = keepAlive()

  async function keepAlive(): Promise<void> {
    while (!isClosing) {
      const cause = await live()
      isDown = !isReady
      isReady = false
      first.reject(cause)
      if (!isClosing) onWorker('ended', cause)
      for (const [at, taken] of seats.entries()) {
        seats[at] = undefined
        if (taken) onInterrupted(taken.photo, cause)
      }
      onChange()
      if (isDown && !isClosing) await sleep(respawnAfterMs)
    }
  }

  /** One worker's life; gives what it ended of. */
  function live(): Promise<unknown> {
    return new Promise((resolve) => {
      worker = startWorker(settings, {
        onReady() {
          isReady = true
          isDown = false
          first.resolve()
          onChange()
          onWorker('ready')
        },
        onAnswer(answer) {
          const at = seats.findIndex((taken) => taken?.id === answer.id)
          const taken = seats[at]
          if (!taken) return
          seats[at] = undefined
          onAnswer(taken.photo, answer)
          onChange()
        },
        onEnd: resolve,
      })
    })
  }

  return {
    get photos() {
      return seats.flatMap((taken) => (taken ? [taken.photo] : []))
    },
    get isReady() {
      return isReady
    },
    get isDown() {
      return isDown
    },
    look(photo, job) {
      const seat = seats.indexOf(undefined)
      seats[seat] = { id: job.id, photo }
      worker?.look({ ...job, seat })
    },
    started: first.promise,
    async close() {
      isClosing = true
      if (isReady) worker?.close()
      else worker?.kill()
      await life
    },
  }
}
