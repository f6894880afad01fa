import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer, type ServerProcess } from '../server-process.ts'

/** A variant of the program, made by a file in test/crash/sabotage. */
export type Variant =
  'answers-before-commit' | 'no-unique-key' | 'unique-key-alone' | 'synchronous-normal'

export type Start = {
  readonly databaseUrl: string
  readonly variant?: Variant
  /** Arguments of strace, which then watches the server or interferes with it. */
  readonly strace?: readonly string[]
  readonly port?: number
}

const dataDirectory = mkdtempSync(join(tmpdir(), 'pointeuse-crash-keys-'))
process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }))

/** Whether strace is there and allowed to trace. */
export const canTrace = (): boolean =>
  spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0

/** Starts the program so that every clock-in counts, each with a record of its own. */
export function start({ databaseUrl, variant, strace, port = 0 }: Start): Promise<ServerProcess> {
  const sabotage = variant && new URL(`./sabotage/${variant}.ts`, import.meta.url)
  return startServer(
    {
      DATABASE_URL: databaseUrl,
      // The key of all databases of a run: a new one takes the key that is there.
      DATA_DIR: dataDirectory,
      DEBOUNCE_SECONDS: '0',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
      ...(sabotage && { NODE_OPTIONS: `--import=${fileURLToPath(sabotage)}` }),
    },
    // With -D strace watches from the side: the server keeps the process that signals are sent to.
    strace && ['strace', '-D', '-f', '--seccomp-bpf', ...strace],
  )
}
