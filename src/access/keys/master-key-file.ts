import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, fstatSync, linkSync, mkdirSync, openSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { MasterKeyError } from './master-key-error.ts'
import {
  masterKeyBytes,
  masterKeyOf,
  masterKeyText,
  readMasterKeyText,
  type MasterKey,
} from './master-key.ts'

/**
 * Where the master keys are: one, or while they change the new one before the old. Every method throws a
 * MasterKeyError for a file that cannot be used.
 */
export interface MasterKeySource {
  /** For messages. */
  readonly path: string
  /** Undefined when there is no file. */
  read(): readonly MasterKey[] | undefined
  /** Makes the first key, or reads the one that somebody made meanwhile. */
  make(): readonly MasterKey[]
  /** Puts a new key before the others. */
  add(): readonly MasterKey[]
  /** Drops all but the one with this id. */
  keepOnly(id: string): void
}

/** Rights of others, and writing for the group: systems that mount secrets give the group the right to read. */
const rightsOfOthers = 0o027

/** A file for its owner only. Reads are from the file each time: it may have been replaced. */
export function masterKeyFile(path: string): MasterKeySource {
  const secretsThere = () => readSecrets(path)
  const keysThere = () => secretsThere()?.map(masterKeyOf)
  return {
    path,
    read: keysThere,
    make() {
      writeNew(path, masterKeyText([randomBytes(masterKeyBytes)]))
      const keys = keysThere()
      if (!keys) throw new MasterKeyError('unreadable', path)
      return keys
    },
    add() {
      const before = secretsThere()
      if (!before) throw new MasterKeyError('missing', path)
      const secrets = [randomBytes(masterKeyBytes), ...before]
      replace(path, masterKeyText(secrets))
      return secrets.map(masterKeyOf)
    },
    keepOnly(id) {
      const kept = secretsThere()?.filter((secret) => masterKeyOf(secret).id === id) ?? []
      if (kept.length === 0) throw new MasterKeyError('missing', path)
      replace(path, masterKeyText(kept))
    },
  }
}

function readSecrets(path: string): readonly Uint8Array[] | undefined {
  let text: string
  try {
    const file = openSync(path, 'r')
    try {
      if (isOpenToOthers(fstatSync(file))) throw new MasterKeyError('open-to-others', path)
      text = readFileSync(file, 'utf8')
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error instanceof MasterKeyError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new MasterKeyError('unreadable', path, { cause: error })
  }
  const secrets = readMasterKeyText(text)
  if (!secrets) throw new MasterKeyError('not-a-key', path)
  return secrets
}

/** Windows has no such rights; there a folder's list of them protects the file. */
const isOpenToOthers = ({ mode }: Stats): boolean =>
  process.platform !== 'win32' && (mode & rightsOfOthers) !== 0

/** Under its name only when it is whole and on the disk, and never over another. */
function writeNew(path: string, text: string): void {
  const made = writeBeside(path, text)
  try {
    linkSync(made, path)
  } catch (error) {
    // Another process was first: theirs it is.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new MasterKeyError('not-writable', path, { cause: error })
  } finally {
    rmSync(made, { force: true })
  }
  syncDirectory(path)
}

/** In one step: a crash leaves the old file or the new one. */
function replace(path: string, text: string): void {
  const made = writeBeside(path, text)
  try {
    renameSync(made, path)
  } catch (error) {
    rmSync(made, { force: true })
    throw new MasterKeyError('not-writable', path, { cause: error })
  }
  syncDirectory(path)
}

function writeBeside(path: string, text: string): string {
  const made = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = openSync(made, 'wx', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return made
  } catch (error) {
    throw new MasterKeyError('not-writable', path, { cause: error })
  }
}

/** Windows cannot open a folder; there a rename is on the disk when it is done. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(dirname(path), 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
