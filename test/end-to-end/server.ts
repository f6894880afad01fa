import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { temporaryFolder } from './temporary.ts'

export type RunningServer = {
  readonly address: string
  /** A link with which a program that nobody set up yet is set up, as the command line prints it. */
  setUpLink(): Promise<string>
  /** Runs a command on the database of the running server; `input` is its standard input. */
  pointeuse(args: readonly string[], input?: string): Promise<string>
  stop(): Promise<void>
}

/**
 * Starts the program as it is started for real, on a free port and with a data folder in which nobody is but
 * its admin, or nobody at all.
 */
export async function startServer({
  isSetUp = true,
  env: more = {} as Readonly<Record<string, string>>,
} = {}): Promise<RunningServer> {
  const data = temporaryFolder('data')
  // In a process of its own: the store brings the engine along, which lets no other photos be opened here.
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: data,
    LOG_LEVEL: 'error',
    RECOGNISER: 'builtin',
    ...more,
  }
  const run = promisify(execFile)
  if (isSetUp) await run(process.execPath, ['test/end-to-end/set-up-database.ts'], { env })
  const server = spawn(process.execPath, ['src/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const address = await Promise.race([firstAddress(server.stdout), ended.then(() => undefined)])
  if (address === undefined) throw new Error('The server ended before it was ready')
  const pointeuse = async (args: readonly string[], input = '') => {
    const command = run(process.execPath, ['src/cli/main.ts', ...args], { env })
    command.child.stdin?.end(input)
    return (await command).stdout
  }
  return {
    address,
    pointeuse,
    async setUpLink() {
      return `${address}/${/#\/setup\/\S+/.exec(await pointeuse(['setup-link']))?.[0]}`
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
