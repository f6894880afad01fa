import { createGunzip, createGzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { Kysely } from 'kysely'
import {
  BackupError,
  type BackupFault,
  type Backups,
  type BackupSummary,
} from '../../ports/backup.ts'
import type { MasterKeySource } from '../../access/keys/master-key-file.ts'
import { chooseDialect } from '../dialects/choose.ts'
import type { Tables } from '../tables.ts'
import { restoreLines } from './restore.ts'
import { writeLines } from './write.ts'

/**
 * Backups of the database that a URL names. The file is NDJSON in gzip: a header, then for each table its
 * columns and its rows, then how many rows there were and their hashes.
 */
export function createBackups(url: string, masterKey: MasterKeySource): Backups {
  /** With a connection of its own, so that nobody who is at the door waits. */
  async function connected<Result>(
    work: (
      db: Kysely<Tables>,
      dialect: Awaited<ReturnType<typeof chooseDialect>>,
    ) => Promise<Result>,
  ): Promise<Result> {
    const dialect = await chooseDialect(url)
    const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
    try {
      return await work(db, dialect)
    } finally {
      await db.destroy()
    }
  }

  return {
    write() {
      const gzip = createGzip()
      const done = connected((db, dialect) =>
        db.connection().execute(async (connection) => {
          const lines = writeLines(connection, dialect)
          let waiting = ''
          for (;;) {
            const { done: isLast, value } = await lines.next()
            if (!isLast) waiting += value
            if (isLast || waiting.length > linesAtOnce) {
              if (!gzip.write(waiting)) await drained(gzip)
              if (gzip.destroyed) throw new Error('Nobody takes the backup any more')
              waiting = ''
            }
            if (isLast) return value
          }
        }),
      ).then(
        (summary: BackupSummary) => {
          gzip.end()
          return summary
        },
        (error: Error) => {
          gzip.destroy(error)
          throw error
        },
      )
      // Whoever reads the bytes sees the failure too.
      done.catch(() => undefined)
      return { bytes: gzip, done }
    },

    restore: (bytes) =>
      connected((db, dialect) => restoreLines(db, dialect, readLines(bytes), masterKey)),
  }
}

/** Characters that are compressed at once. */
const linesAtOnce = 256 * 1024

/** Longest line in characters: far above a row, far below what fills the memory. */
const maxLineLength = 4_000_000

async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const gunzip = createGunzip()
  const source = Readable.from(bytes)
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let fault: BackupFault = 'not-a-backup'
  let rest = ''
  try {
    for await (const chunk of gunzip) {
      fault = 'damaged'
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = parts.pop() ?? ''
      if (rest.length > maxLineLength) throw new RangeError('A line has no end')
      yield* parts
    }
  } catch (error) {
    throw new BackupError(fault, { cause: error })
  }
  if (rest !== '') throw new BackupError('damaged')
}

/** Waits until a stream takes more, or was closed. */
const drained = (stream: NodeJS.WritableStream) =>
  new Promise<void>((resolve, reject) => {
    const settled = (error?: Error) => {
      stream.off('drain', settled).off('close', settled).off('error', settled)
      if (error) reject(error)
      else resolve()
    }
    stream.on('drain', settled).on('close', settled).on('error', settled)
  })
