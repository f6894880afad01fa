import { createReadStream, existsSync } from 'node:fs'
import { appendFile, chmod, open, rm, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Acquired } from '../identity/site-report/sample.ts'
import type { PhotoFile } from './calibrate-photos.ts'

/** What a photo gave. */
export type Looked = { readonly template: Acquired; readonly probe: Acquired }

/** What was looked at already, in a file, so that an interrupted run goes on where it was. */
export interface KeptLooks {
  readonly count: number
  find(photo: PhotoFile): Looked | undefined
  keep(photo: PhotoFile, looked: Looked): Promise<void>
  /** Deletes the file: it identifies people. */
  delete(): Promise<void>
}

type Line = { readonly key: string; readonly template: Saved; readonly probe: Saved }
/** An embedding's numbers as base64, or a failure as it is. */
type Saved = string | Exclude<Acquired, { readonly outcome: 'usable' }>

/**
 * Opens the file, or makes it, readable by its owner only. One line a photo, so that whatever ends the program
 * costs no more than the photos under way. What another model made is dropped.
 */
export async function openKeptLooks(path: string, model: string): Promise<KeptLooks> {
  const heading = JSON.stringify({ pointeuse: 'calibrate', model })
  const kept = new Map<string, Looked>()
  const isContinued = existsSync(path) && (await readLines(path, heading, model, kept))
  if (!isContinued) await writeFile(path, `${heading}\n`, { mode: 0o600 })
  await chmod(path, 0o600)

  return {
    count: kept.size,
    find: (photo) => kept.get(keyOf(photo)),
    async keep(photo, { template, probe }) {
      const line: Line = { key: keyOf(photo), template: toSaved(template), probe: toSaved(probe) }
      await appendFile(path, `${JSON.stringify(line)}\n`)
    },
    delete: () => rm(path, { force: true }),
  }
}

/** A photo that was changed since is another one. */
const keyOf = ({ person, file, bytes, changedMs }: PhotoFile): string =>
  JSON.stringify([person, file, bytes, changedMs])

/** False when the file is not one of this model. */
async function readLines(
  path: string,
  heading: string,
  model: string,
  kept: Map<string, Looked>,
): Promise<boolean> {
  let isFirst = true
  for await (const text of createInterface({ input: createReadStream(path) })) {
    if (isFirst && text !== heading) return false
    if (!isFirst) read(text, model, kept)
    isFirst = false
  }
  if (isFirst) return false
  // The last line may have been cut off: the next one must not continue it.
  if ((await readLastByte(path)) !== 10) await appendFile(path, '\n')
  return true
}

function read(text: string, model: string, kept: Map<string, Looked>): void {
  let line: Line
  try {
    line = JSON.parse(text) as Line
  } catch {
    return // cut off when the program was killed: that photo is looked at again
  }
  kept.set(line.key, {
    template: toAcquired(line.template, model),
    probe: toAcquired(line.probe, model),
  })
}

async function readLastByte(path: string): Promise<number | undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 })
    return buffer[0]
  } finally {
    await file.close()
  }
}

function toSaved(acquired: Acquired): Saved {
  if (acquired.outcome !== 'usable') return acquired
  const { buffer, byteOffset, byteLength } = acquired.embedding.vector
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

function toAcquired(saved: Saved, model: string): Acquired {
  if (typeof saved !== 'string') return saved
  const vector = new Float32Array(new Uint8Array(Buffer.from(saved, 'base64')).buffer)
  return { outcome: 'usable', embedding: { model, vector } }
}
