import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'

/** What a worker process tells of itself, again and again. */
export type Pulse = {
  /** Time that its threads have spent on a processor since it started, without the one that tells this. */
  readonly cpuMs: number
  /** Memory that it holds, shared libraries included. */
  readonly bytes: number
  /** Stages done, counted by the seat of the photo they were done for; the last count is that of its start. */
  readonly steps: readonly number[]
}

/** Ten in the time after which silence means something (docs/decisions/0071). */
export const pulseEveryMs = 500
/** Where a worker process writes its pulse: after the three standard streams and the channel for messages. */
export const pulseDescriptor = 4

export type PulseThreadData = {
  /** Uint32 counters, as many as a pulse has steps. */
  readonly steps: SharedArrayBuffer
  readonly descriptor: number
}

export const writePulse = ({ cpuMs, bytes, steps }: Pulse): string =>
  `${[Math.round(cpuMs), bytes, ...steps].join(' ')}\n`

/** Calls `hear` with each pulse that comes. */
export function readPulses(stream: Readable, hear: (pulse: Pulse) => void): void {
  createInterface(stream).on('line', (line) => {
    const [cpuMs = 0, bytes = 0, ...steps] = line.split(' ').map(Number)
    hear({ cpuMs, bytes, steps })
  })
  stream.on('error', () => {}) // the process's end is told by itself
}
