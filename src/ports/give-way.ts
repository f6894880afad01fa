import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work is cut after this long; with what a piece takes by itself it stays far below what a door may be kept waiting. */
const longestMs = 8

let beganAt: number | undefined

/**
 * To be awaited between the pieces of long work: resolves at once while this turn of the event loop is young, and
 * otherwise when everybody else has had theirs. SQLite answers within the turn in which it is asked, so that a loop
 * over its answers would not let go by itself.
 */
export async function giveWay(): Promise<void> {
  const now = performance.now()
  if (beganAt === undefined) {
    beganAt = now
    setImmediate(() => (beganAt = undefined))
  } else if (now - beganAt >= longestMs) await nextTurn()
}

/** Does work that lets go at each of its steps, such as reading a large file, and gives what it comes to. */
export async function inPieces<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await giveWay()
  }
}
