import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Seconds from the start of the program as its users run it, on the database in a folder, until it says that a
 * clock-in can be promised; the best of some starts, as other programs of the machine are no part of it.
 */
export async function secondsToReady(directory: string, starts: number): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < starts; i++) took.push(await startOnce(directory))
  return Math.min(...took)
}

async function startOnce(directory: string): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], PORT: '0', RECOGNISER: 'builtin', DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [origin] = (await once(createInterface(child.stdout), 'line')) as [string]
  while ((await fetch(`${origin}/ready`)).status !== 200) await sleep(20)
  const took = (performance.now() - begun) / 1000
  child.kill('SIGTERM')
  await ended
  return took
}
