import { pulseEveryMs, type Pulse } from './pulse.ts'

/** What is wrong with a worker, if anything is. */
export type Finding = 'silent' | 'idle' | 'runaway' | 'bloated'

/** A worker that says nothing for so long was stopped, or waits for memory that is not there. */
const silentAfterMs = 5000
/** One that cannot even say its first word was given longer: a machine that starts is busy. */
const bornWithinMs = 30_000
/** One that has work and uses no processor for so long waits for something that never comes. */
const idleAfterMs = 5000
/** Less than this is what timers and messages cost, not work. */
const workMs = 2
/**
 * Processor time, not that of the clock, within which a stage must end: the longest that the limits of photos
 * allow takes four seconds.
 */
const runawayAfterCpuMs = 20_000
/** Loading and converting the models: two seconds. */
const startWithinCpuMs = 60_000
/**
 * The most that two photos at the limits of their formats take is 900 MB (docs/decisions/0072). More is a leak
 * or an attack, and the machine needs it for something else.
 */
const bloatedFromBytes = 1600 * 1024 * 1024

/** Judges a worker by its pulse. */
export interface Watch {
  /** A photo takes this seat now. */
  begin(seat: number): void
  end(seat: number): void
  hear(pulse: Pulse): void
  /**
   * To be called every `pulseEveryMs`. Counts calls and not the clock: a caller that was held up itself has heard
   * nothing meanwhile, and must not blame the worker.
   */
  tick(): Finding | undefined
}

/**
 * `seats`: how many photos a worker looks at at a time. The seat after the last is that of its start, which is
 * taken from the beginning.
 */
export function createWatch(seats: number): Watch {
  /** Processor time at the last sign of progress, by the seats that are taken. */
  const since = new Map<number, number>([[seats, 0]])
  let last: Pulse | undefined
  let cpuMsAtWork = 0
  let silentTicks = 0
  let idleTicks = 0

  return {
    begin(seat) {
      since.set(seat, last?.cpuMs ?? 0)
      idleTicks = 0
    },
    end(seat) {
      since.delete(seat)
    },
    hear(pulse) {
      silentTicks = 0
      for (const [seat, steps] of pulse.steps.entries()) {
        if (steps === last?.steps[seat]) continue
        idleTicks = 0
        if (since.has(seat)) since.set(seat, pulse.cpuMs)
      }
      if (pulse.cpuMs - cpuMsAtWork >= workMs) {
        cpuMsAtWork = pulse.cpuMs
        idleTicks = 0
      }
      last = pulse
    },
    tick() {
      silentTicks++
      idleTicks = since.size > 0 ? idleTicks + 1 : 0
      if (silentTicks * pulseEveryMs > (last ? silentAfterMs : bornWithinMs)) return 'silent'
      if (!last) return undefined
      if (idleTicks * pulseEveryMs > idleAfterMs) return 'idle'
      for (const [seat, cpuMs] of since) {
        const limit = seat === seats ? startWithinCpuMs : runawayAfterCpuMs
        if (last.cpuMs - cpuMs > limit) return 'runaway'
      }
      return last.bytes > bloatedFromBytes ? 'bloated' : undefined
    },
  }
}
