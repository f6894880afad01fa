import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { asWhoMay } from './admin.ts'
import { setUpDatabase, withConsent } from './set-up.ts'

/** The program as its users run it, in a process of its own. */
export type ServerProcess = {
  readonly origin: string
  readonly process: ChildProcess
  /** What it wrote to the standard error so far. */
  log(): string
  /** What it wrote to the standard output so far. */
  said(): string
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts the server and waits until it says where it is. Throws with its log when it ends before.
 * `under` is a command that runs it, such as a tracer, and must leave it the process it was given.
 * The program is set up before, with the admin of `asAdmin`, unless it is to be fresh.
 */
export async function startServer(
  env: Record<string, string>,
  under: readonly string[] = [],
  { isFresh = false } = {},
): Promise<ServerProcess> {
  if (namesDatabase(env) && !isFresh) await setUpDatabase(env)
  const [command = process.execPath, ...args] = [...under, process.execPath, 'src/main.ts']
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], PORT: '0', RECOGNISER: 'builtin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]) => line as string)
  const origin = await Promise.race([firstLine, ended.then(() => undefined)])
  if (origin === undefined) throw new Error(log)
  return {
    origin,
    process: child,
    log: () => log,
    said: () => said,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** A start with neither is to fail before it has a database. */
const namesDatabase = ({ DATABASE_URL, DATA_DIR }: Record<string, string>) =>
  DATABASE_URL !== undefined || DATA_DIR !== undefined

/** Posts one photo as the admin, or with a key to clock in; the body is null when the connection broke before the answer was complete. */
export async function postPhoto(
  origin: string,
  path: string,
  photo: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: { code?: string; record: { id: string } } } | undefined> {
  const form = new FormData()
  for (const [name, value] of Object.entries(withConsent(path, fields))) form.append(name, value)
  form.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg')
  try {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: asWhoMay(path),
      body: form,
    })
    return { status: response.status, body: (await response.json()) as never }
  } catch {
    // The server was stopped or killed: what became of this photo was never said.
    return undefined
  }
}
