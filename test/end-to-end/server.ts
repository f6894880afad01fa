import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { BrowserContext } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { admin } from './admin.ts'
import { temporaryFolder } from './temporary.ts'

export type RunningServer = {
  readonly address: string
  /** A setup link as the program would print it, of a program that was not set up. */
  setUpLink(): string
  /** Sets the program up, where that was not done, and lets a browser in as its admin. */
  signIn(context: BrowserContext): Promise<void>
  stop(): Promise<void>
}

/** Starts the program as it is started for real, on a free port and with an empty data folder. */
export async function startServer(): Promise<RunningServer> {
  const data = temporaryFolder('data')
  const server = spawn(process.execPath, ['src/main.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'error', RECOGNISER: 'builtin' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const address = await Promise.race([firstAddress(server.stdout), ended.then(() => undefined)])
  if (address === undefined) throw new Error('The server ended before it was ready')
  return {
    address,
    setUpLink: () => `${address}/#/setup/${beside(data, 'link')}`,
    async signIn(context) {
      beside(data, 'admin')
      const answer = await context.request.post(`${address}/session`, { data: admin })
      assert.equal(answer.status(), 201, await answer.text())
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The server prints its address when it is ready; other lines are its log. */
async function firstAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('http://')) return line
  }
  return undefined
}

/** Makes a link, or the admin, beside the running program: in a process of its own, which knows no photos. */
function beside(data: string, what: 'link' | 'admin'): string {
  const script = new URL('set-up-beside.ts', import.meta.url)
  return execFileSync(process.execPath, [fileURLToPath(script), data, what], { encoding: 'utf8' })
}
