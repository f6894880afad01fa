import { Worker } from 'node:worker_threads'
import { pulseDescriptor, type PulseThreadData } from './pulse.ts'

/** Counts what a worker process has done, for whoever watches it. */
export interface Heart {
  /** A stage of the photo on this seat is done. */
  step(seat: number): void
}

/** Starts the thread that tells the pulse; it keeps nobody from ending. */
export function startHeart(seats: number): Heart {
  const steps = new SharedArrayBuffer(seats * Uint32Array.BYTES_PER_ELEMENT)
  const workerData: PulseThreadData = { steps, descriptor: pulseDescriptor }
  new Worker(new URL('./pulse-thread.ts', import.meta.url), {
    workerData,
    // It holds next to nothing: a young generation of the usual size would be most of its memory.
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
  }).unref()
  const counters = new Uint32Array(steps)
  return {
    step(seat) {
      Atomics.add(counters, seat, 1)
    },
  }
}
