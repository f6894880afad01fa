import type { Log } from './log.ts'

/** Whoever stops the server waits ten seconds at most; what is not done by now never will be. */
const stopWithinMs = 9500

export type Close = () => Promise<void>

/** Finishes what was accepted, front door first, and ends the process. */
export function createStop(log: Log, closers: readonly Close[]) {
  let stopping = false
  return function stop(exitCode: number): void {
    if (stopping) return
    stopping = true
    setTimeout(() => {
      log.fatal('not stopped in time')
      process.exit(1)
    }, stopWithinMs).unref()
    void (async () => {
      for (const close of closers) await close()
      process.exit(exitCode)
    })()
  }
}
