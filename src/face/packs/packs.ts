import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFile, RecogniserCard } from '../recognisers/card.ts'
import { fetchFile, type FetchOptions } from './fetch-file.ts'
import { PackError } from './pack-error.ts'

/** Whether a recogniser's files are there, and are those that this version was made for. */
export type PackState = 'complete' | 'missing' | 'damaged'

/** The files of recognisers in one folder, each recogniser's in a folder of its name: whole, or not there. */
export interface Packs {
  /** Reads the files whole to compare them. A recogniser that has none is complete. */
  state(card: RecogniserCard): Promise<PackState>
  /** Copies the files from a folder. Throws a PackError, and changes nothing then. */
  add(card: RecogniserCard, from: string): Promise<void>
  /** Downloads the files from below a URL. Throws a PackError, and changes nothing then. */
  download(card: RecogniserCard, options: DownloadOptions): Promise<void>
  /** False: there were none. */
  remove(card: RecogniserCard): Promise<boolean>
}

export type DownloadOptions = Omit<FetchOptions, 'bytes'> & {
  /** Where the files are instead of their home. */
  readonly url?: string | undefined
  readonly onProgress?: (bytes: number, of: number) => void
}

/** What was begun and left lying, as by a process that was killed, goes after an hour. */
const leftoverAfterMs = 3_600_000

export function createPacks(directory: string): Packs {
  const folderOf = ({ name }: RecogniserCard) => join(directory, name)

  /** Writes files beside the folder, each checked, then puts them in its place at once. */
  async function replace(
    card: RecogniserCard,
    write: (file: PackFile, path: string) => Promise<void>,
  ): Promise<void> {
    const making = join(directory, `.${card.name}-${randomUUID()}`)
    try {
      await sweep()
      await mkdir(making, { recursive: true })
      for (const file of card.files) await write(file, join(making, file.name))
      await putInPlace(card, making)
    } catch (error) {
      // What cannot be taken away is swept later; the first error is the one to tell.
      await rm(making, { recursive: true, force: true }).catch(() => {})
      throw error instanceof PackError ? error : cannotWrite(directory, error)
    }
  }

  async function putInPlace(card: RecogniserCard, making: string): Promise<void> {
    const folder = folderOf(card)
    try {
      await rename(making, folder)
    } catch (error) {
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
      // Another process was faster; or what lies there is damaged, and makes room.
      if ((await state(card)) !== 'complete') {
        await rename(folder, `${making}.old`)
        await rename(making, folder)
        await rm(`${making}.old`, { recursive: true, force: true })
      } else await rm(making, { recursive: true, force: true })
    }
    await syncFolder(directory)
  }

  async function sweep(): Promise<void> {
    for (const name of await readdir(directory).catch(() => [])) {
      // not there yet: nothing to sweep
      const path = join(directory, name)
      const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {} // gone meanwhile
      if (name.startsWith('.') && mtimeMs < Date.now() - leftoverAfterMs)
        await rm(path, { recursive: true, force: true })
    }
  }

  async function state(card: RecogniserCard): Promise<PackState> {
    for (const { name, sha256 } of card.files) {
      const found = await hashOf(join(folderOf(card), name))
      if (found === undefined) return 'missing'
      if (found !== sha256) return 'damaged'
    }
    return 'complete'
  }

  return {
    state,
    add: (card, from) =>
      replace(card, (file, path) =>
        writeChecked(file, path, from, async (onPart) => {
          try {
            for await (const part of createReadStream(join(from, file.name)))
              await onPart(part as Uint8Array)
          } catch (error) {
            if (!hasCode(error, 'ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR')) throw error
            throw new PackError('wrong-file', `${join(from, file.name)} cannot be read`, {
              cause: error,
            })
          }
        }),
      ),

    download(card, { url = card.home ?? '', onProgress, proxy, signal }) {
      const base = new URL(url.endsWith('/') ? url : `${url}/`)
      const total = card.files.reduce((sum, { bytes }) => sum + bytes, 0)
      let done = 0
      return replace(card, (file, path) =>
        writeChecked(file, path, base.href, (onPart) =>
          fetchFile(
            new URL(file.name, base),
            { proxy, signal, bytes: file.bytes },
            async (part) => {
              await onPart(part)
              onProgress?.((done += part.length), total)
            },
          ),
        ),
      )
    },

    async remove(card) {
      const folder = folderOf(card)
      const gone = join(directory, `.${card.name}-${randomUUID()}`)
      try {
        await rename(folder, gone)
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return false
        throw cannotWrite(directory, error)
      }
      await rm(gone, { recursive: true, force: true })
      return true
    },
  }
}

/** Writes what comes to a file on the disk. Throws when it is not the file that is wanted. */
async function writeChecked(
  { name, sha256 }: PackFile,
  path: string,
  from: string,
  read: (onPart: (part: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  try {
    await read(async (part) => {
      hash.update(part)
      await file.writeFile(part)
    })
    await file.sync()
  } finally {
    await file.close()
  }
  const found = hash.digest('hex')
  if (found !== sha256)
    throw new PackError(
      'wrong-file',
      `${name} from ${from} is not the file that this version was made for (SHA-256 ${found}, expected ${sha256})`,
    )
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) hash.update(part as Uint8Array)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
  return hash.digest('hex')
}

/** A rename is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const cannotWrite = (directory: string, cause: unknown) =>
  new PackError(
    'cannot-write',
    `${directory} cannot be written: ${cause instanceof Error && 'code' in cause ? String(cause.code) : 'for an unknown reason'}`,
    { cause },
  )
