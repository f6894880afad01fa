import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** What /proc tells of processes. */
export const hasProc = existsSync('/proc/self/task')

/** The processes that this one has started, in the order of their start. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** Waits until a process is gone; one that nobody has asked for its end yet counts as gone. */
export async function gone(pid: number): Promise<void> {
  for (;;) {
    const isAlive =
      existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (!isAlive) return
    await sleep(50)
  }
}
