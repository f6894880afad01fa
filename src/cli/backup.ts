import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Backups, BackupSummary } from '../ports/backup.ts'
import { decrypted, encrypted } from './backup-cipher.ts'
import { UsageError } from './command.ts'

/** What the commands about backups are given: the database itself, without the rest of the program. */
export type BackupCommandDeps = {
  readonly backups: Backups
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: NodeJS.WritableStream
  /** After a restore: what was kept in plain is sealed, who was forgotten since is forgotten; gives how many. */
  readonly settle: () => Promise<number>
  /** For people: the standard output may be taken by the backup. */
  readonly say: (text: string) => void
}

export type BackupCommand = {
  readonly usage: string
  run(args: readonly string[], deps: BackupCommandDeps): Promise<number>
}

/** Writes a backup of the database into a file, while the program goes on. */
export const backupCommand: BackupCommand = {
  usage: `pointeuse backup FILE (--recipient KEY | --passphrase-file F | --unencrypted)

  FILE                 is made, readable by its owner only; - is the standard output
  --recipient KEY      a public key of age (age1...), also several times: only who has the other half opens it
  --passphrase-file F  opens with the passphrase in this file, at least 12 characters
  --unencrypted        names and hours in plain; only into something that encrypts

Copies everything as of one moment; the server may go on. Encrypted in the format of age. The face templates
in it want the master key besides, which is not in it.`,

  async run(args, { backups, stdout, say }) {
    const { path, ...keys } = readArgs(args)
    const isEncrypted = keys.passphraseFile !== undefined || keys.recipients.length > 0
    if (keys.passphraseFile !== undefined && keys.recipients.length > 0)
      throw new UsageError('--recipient and --passphrase-file exclude each other')
    if (isEncrypted === keys.unencrypted)
      throw new UsageError('One of --recipient, --passphrase-file and --unencrypted is needed')
    const { bytes: plain, done } = backups.write()
    const bytes = isEncrypted ? await encrypted(plain, keys) : plain
    if (path === '-') {
      for await (const chunk of bytes) if (!stdout.write(chunk)) await once(stdout, 'drain')
    } else {
      await writeWhole(path, bytes)
    }
    const summary = await done
    const kept = isEncrypted
      ? ''
      : '\nIt holds names and hours in plain: keep it as you keep the database.'
    say(`${describe(summary)}${kept}\nThe master key is not in it.`)
    return 0
  },
}

/** Fills an empty database from a backup. */
export const restoreCommand: BackupCommand = {
  usage: `pointeuse restore FILE [--identity F | --passphrase-file F]

  FILE                 a backup; - is the standard input
  --identity F         a file with the secret key of age, for a backup made with --recipient
  --passphrase-file F  the file with its passphrase

Restores into an empty database only, of any kind: all of it or nothing. Whoever was forgotten since the
backup was made is forgotten again. Stop the server before, or start it anew afterwards.`,

  async run(args, { backups, stdin, say, settle }) {
    const { path, ...keys } = readArgs(args)
    const bytes = await decrypted(path === '-' ? stdin : createReadStream(path), keys)
    const summary = await backups.restore(bytes)
    const forgotten = await settle()
    say(`${describe(summary)}\nEvery count and hash agrees.`)
    if (forgotten > 0) say(`Forgotten again: ${forgotten}`)
    return 0
  },
}

function readArgs(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      recipient: { type: 'string', multiple: true, default: [] },
      'passphrase-file': { type: 'string' },
      identity: { type: 'string' },
      unencrypted: { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('FILE must be one file')
  return {
    path,
    recipients: values.recipient,
    passphraseFile: values['passphrase-file'],
    identityFile: values.identity,
    unencrypted: values.unencrypted,
  }
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
