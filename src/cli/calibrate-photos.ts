import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** A file in a person's folder. */
export type PhotoFile = {
  readonly person: string
  readonly file: string
  readonly path: string
  readonly bytes: number
  /** When it was last changed; together with its size this tells whether it is still the same photo. */
  readonly changedMs: number
}

export type PhotoFolders = {
  readonly people: number
  readonly photos: readonly PhotoFile[]
  /** What was passed over, as `folder/file`. */
  readonly skipped: readonly string[]
  /** Photos of folders that have more than are looked at, evenly left out. */
  readonly leftOut: number
}

/** More photos of one person say little more; more in all would take days and gigabytes. */
const maxPhotosPerPerson = 100
const maxPhotos = 50_000
/** The engine refuses longer files: one byte more is enough for it to see that. */
const readAtMost = 10 * 1024 * 1024 + 1
/** What file managers leave behind. */
const litter = new Set(['Thumbs.db', 'desktop.ini'])

/** One folder is one person, whose photos lie directly in it. `except`: a folder that is nobody's. */
export async function listPhotos(directory: string, except: string): Promise<PhotoFolders> {
  const skipped: string[] = []
  const folders: PhotoFile[][] = []
  for (const person of await namesIn(directory)) {
    const folder = join(directory, person)
    if (resolve(folder) === resolve(except)) continue
    const found = await stat(folder).catch(() => undefined)
    if (!found?.isDirectory()) {
      skipped.push(person)
      continue
    }
    const files: PhotoFile[] = []
    for (const file of await namesIn(folder)) {
      const path = join(folder, file)
      // A link that leads nowhere, a folder, a pipe: nothing that could be a photo.
      const about = await stat(path).catch(() => undefined)
      if (about?.isFile())
        files.push({ person, file, path, bytes: about.size, changedMs: about.mtimeMs })
      else skipped.push(`${person}/${file}`)
    }
    if (files.length > 0) folders.push(files)
  }
  const each = Math.min(maxPhotosPerPerson, Math.max(2, Math.floor(maxPhotos / folders.length)))
  const photos = folders.flatMap((files) => evenly(files, each))
  const all = folders.reduce((sum, files) => sum + files.length, 0)
  return { people: folders.length, photos, skipped, leftOut: all - photos.length }
}

async function namesIn(directory: string): Promise<string[]> {
  const names = await readdir(directory)
  return names
    .filter((name) => !name.startsWith('.') && !litter.has(name))
    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
}

/** At most `most` of them, from the first to the last at equal steps. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items]
  return items.filter(
    (_, i) => Math.floor((i * most) / items.length) !== Math.floor(((i - 1) * most) / items.length),
  )
}

/** The photo's bytes, of a longer file no more than show that it is too long. */
export async function readPhotoFile({ path, bytes }: PhotoFile): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(Math.min(bytes, readAtMost))
    let at = 0
    while (at < buffer.length) {
      const { bytesRead } = await file.read(buffer, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return buffer.subarray(0, at)
  } finally {
    await file.close()
  }
}

/** A name that a terminal may show: control characters and such as question marks. */
export const printable = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')

export const nameOf = ({ person, file }: PhotoFile): string =>
  printable(`${basename(person)}/${file}`)
