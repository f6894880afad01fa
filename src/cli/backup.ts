import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Backups, BackupSummary } from '../ports/backup.ts'
import { UsageError } from './command.ts'

/** What the commands about backups are given: the database itself, without the rest of the program. */
export type BackupCommandDeps = {
  readonly backups: Backups
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: NodeJS.WritableStream
  /** For people: the standard output may be taken by the backup. */
  readonly say: (text: string) => void
}

export type BackupCommand = {
  readonly usage: string
  run(args: readonly string[], deps: BackupCommandDeps): Promise<number>
}

/** Writes a backup of the database into a file, while the program goes on. */
export const backupCommand: BackupCommand = {
  usage: `pointeuse backup FILE

  FILE  is made, readable by its owner only; - is the standard output

Copies everything as of one moment; the server may go on. The file holds names and
hours, and face templates that only the master key opens: keep it as you keep the database.`,

  async run(args, { backups, stdout, say }) {
    const path = fileIn(args)
    const { bytes, done } = backups.write()
    if (path === '-') {
      for await (const chunk of bytes) if (!stdout.write(chunk)) await once(stdout, 'drain')
    } else {
      await writeWhole(path, bytes)
    }
    const summary = await done
    say(
      `${describe(summary)}\nIt holds names and hours: keep it as you keep the database. The master key is not in it.`,
    )
    return 0
  },
}

/** Fills an empty database from a backup. */
export const restoreCommand: BackupCommand = {
  usage: `pointeuse restore FILE

  FILE  a backup; - is the standard input

Restores into an empty database only, of any kind: all of it or nothing. Stop the server before, or
start it anew afterwards.`,

  async run(args, { backups, stdin, say }) {
    const path = fileIn(args)
    const summary = await backups.restore(path === '-' ? stdin : createReadStream(path))
    say(`${describe(summary)}\nEvery count and hash agrees.`)
    return 0
  },
}

function fileIn(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('FILE must be one file')
  return path
}

/** Under its own name only when it is whole and on the disk; never over another file. */
async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  if (existsSync(path)) throw new UsageError(`${path} is there already`)
  // Of its own: two at once must not write into each other's file.
  const partial = `${path}.${randomBytes(6).toString('hex')}.partial`
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      await file.chmod(0o600)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await putInPlace(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  const directory = await open(dirname(path))
  await directory.sync()
  await directory.close()
}

/** Gives the file its name, unless another one has come to have it since. */
async function putInPlace(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path)
    await rm(partial)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw new UsageError(`${path} is there already`)
    // A disk without second names for files, such as a stick of a camera.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(code))) throw error
    if (existsSync(path)) throw new UsageError(`${path} is there already`)
    await rename(partial, path)
  }
}

const describe = ({ rows }: BackupSummary): string =>
  Object.entries(rows)
    .map(([table, count]) => `${table}: ${count}`)
    .join('\n')
