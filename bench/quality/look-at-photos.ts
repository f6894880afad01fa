import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { soleFace } from '../../src/identity/sole-face.ts'
import { createFaceEngine, type Face, type Purpose } from '../../src/face/index.ts'
import { readPhoto } from '../photos.ts'
import type { Measuring } from '../recogniser.ts'

/** The labelled face of a photo: whoever stands nearest to its middle. */
export type SeenFace = { readonly vector: readonly number[]; readonly quality: number }
/** What one purpose makes of a photo. */
export type Seen = {
  /** Why the program would refuse it, by its own words; empty when it would not. */
  readonly refusedFor: readonly string[]
  readonly face?: SeenFace
}
export type SeenPhoto = Readonly<Record<Purpose, Seen>>

type Cache = { model: string; photos: Record<string, SeenPhoto> }

/** Looks at each photo as at one to enrol with and as at one to clock in with. */
export async function lookAtPhotos(
  root: string,
  paths: readonly string[],
  { card, packsDirectory }: Measuring,
  cacheFile?: string,
): Promise<ReadonlyMap<string, SeenPhoto>> {
  const seen = new Map(cacheFile === undefined ? [] : readCache(cacheFile, card.recipe))
  const left = paths.filter((path) => !seen.has(path))
  const engine = await createFaceEngine({ recogniser: card.name, packsDirectory })
  const look = async (path: string, purpose: Purpose): Promise<Seen> => {
    const reading = await engine.look(await readPhoto(join(root, path)), {
      purpose,
      embedLargest: 16,
    })
    const sole = soleFace(reading, purpose)
    const refusedFor =
      sole.outcome === 'usable'
        ? []
        : sole.outcome === 'poor-quality'
          ? sole.reasons
          : [sole.outcome]
    if (!reading.readable) return { refusedFor }
    const centre = { x: reading.width / 2, y: reading.height / 2 }
    const [face] = [...reading.faces].sort((p, q) => offCentre(p, centre) - offCentre(q, centre))
    if (!face?.embedding || face.unifiedQuality === undefined) return { refusedFor }
    const vector = [...face.embedding.vector]
    return { refusedFor, face: { vector, quality: face.unifiedQuality } }
  }
  let next = 0
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let path = left[next++]; path !== undefined; path = left[next++]) {
        seen.set(path, {
          template: await look(path, 'template'),
          probe: await look(path, 'probe'),
        })
        if (seen.size % 100 === 0) process.stderr.write(`\r${seen.size} photos `)
      }
    }),
  )
  process.stderr.write('\r')
  await engine.close()
  if (cacheFile !== undefined && left.length > 0) writeCache(cacheFile, card.recipe, seen)
  return seen
}

/** Embeddings of an earlier run of the same model; they identify people, so the file is to be deleted. */
function readCache(file: string, recipe: string): [string, SeenPhoto][] {
  if (!existsSync(file)) return []
  const cache = JSON.parse(readFileSync(file, 'utf8')) as Cache
  return cache.model === recipe ? Object.entries(cache.photos) : []
}

function writeCache(file: string, recipe: string, photos: ReadonlyMap<string, SeenPhoto>): void {
  const cache: Cache = { model: recipe, photos: Object.fromEntries(photos) }
  writeFileSync(file, JSON.stringify(cache), { mode: 0o600 })
}

const offCentre = ({ box }: Face, centre: { x: number; y: number }): number =>
  Math.hypot(box.x + box.width / 2 - centre.x, box.y + box.height / 2 - centre.y)
