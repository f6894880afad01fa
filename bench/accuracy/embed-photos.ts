import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFaceEngine, createStages, type Face, type FaceEngine } from '../../src/face/index.ts'
import { plain } from '../../src/face/embed.ts'
import { dlibResnet } from '../../src/face/models/manifest.ts'
import { qualityFaults } from '../../src/identity/quality-gate.ts'
import { meanFace } from '../../src/face/align.ts'
import type { Recipe } from '../../src/face/recipe.ts'
import { readPhoto } from '../photos.ts'
import type { Measuring } from '../recogniser.ts'

/** What one photo gave, as a template and as a probe, or why it gave nothing. */
export type Embedded = {
  readonly template: Float32Array
  readonly probe: Float32Array
  /**
   * dlib's descriptor of one plain crop, as it leaves the network: what others decide on. Only beside the recogniser
   * that is made of it.
   */
  readonly plain?: Float32Array
  /** Why the program would refuse to clock in with the photo. */
  readonly faults: readonly string[]
}
export type EmbeddedPhotos = {
  readonly model: string
  readonly photos: ReadonlyMap<string, Embedded>
  readonly failures: ReadonlyMap<string, string>
}

/**
 * Looks at every photo as one looks at a template and at a probe, and as plain dlib would. The face nearest to the middle of
 * the photo counts, since that is whom such data sets label.
 */
export async function embedPhotos(
  root: string,
  paths: readonly string[],
  { card, packsDirectory }: Measuring,
  cache?: string,
): Promise<EmbeddedPhotos> {
  const cacheFile = cache === undefined ? undefined : `${cache}.${card.name}`
  const cached = cacheFile === undefined ? undefined : readCache(cacheFile, card.recipe)
  if (cached && paths.every((path) => cached.photos.has(path) || cached.failures.has(path)))
    return {
      ...cached,
      photos: only(cached.photos, paths),
      failures: only(cached.failures, paths),
    }
  const engine = await createFaceEngine({ recogniser: card.name, packsDirectory })
  const plainEngine =
    card.name === 'builtin' ? await createStages({ threads: 2, recipe: plainRecipe }) : undefined
  const photos = new Map<string, Embedded>()
  const failures = new Map<string, string>()
  const inFlight = 4
  let next = 0
  let done = 0
  const look = async (
    path: string,
    by: Pick<FaceEngine, 'look'> = engine,
  ): Promise<Face | string> => {
    const reading = await by.look(await readPhoto(join(root, path)), {
      purpose: 'template',
      embedLargest: 16,
    })
    if (!reading.readable) return reading.reason
    const centre = { x: reading.width / 2, y: reading.height / 2 }
    const [face] = [...reading.faces].sort((p, q) => offCentre(p, centre) - offCentre(q, centre))
    return face ?? 'no-face'
  }
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        const face = await look(path)
        const plain = plainEngine && (await look(path, plainEngine))
        if (typeof face === 'string') failures.set(path, face)
        else if (typeof plain === 'string') failures.set(path, plain)
        else photos.set(path, embeddedFace(face, plain))
        if (++done % 100 === 0) process.stderr.write(`\r${done} of ${paths.length} photos `)
      }
    }),
  )
  process.stderr.write('\r')
  await engine.close()
  await plainEngine?.close()
  const embedded = { model: engine.model, photos, failures }
  if (cacheFile !== undefined) writeCache(cacheFile, embedded)
  return embedded
}

const only = <T>(map: ReadonlyMap<string, T>, keys: readonly string[]): Map<string, T> =>
  new Map(keys.flatMap((key) => (map.has(key) ? [[key, map.get(key) as T] as const] : [])))

function embeddedFace(
  { embedding, atTheDoor, quality, pose }: Face,
  plain: Face | undefined,
): Embedded {
  if (!embedding || !atTheDoor || !quality) throw new Error('a face without embedding')
  return {
    template: embedding.vector,
    probe: atTheDoor.vector,
    ...(plain?.embedding && { plain: plain.embedding.vector }),
    faults: qualityFaults({ quality, pose }, 'probe'),
  }
}

type Kept = { template: string; probe: string; plain?: string; faults: readonly string[] }
type Cache = { model: string; photos: Record<string, Kept>; failures: Record<string, string> }
const toText = (vector: Float32Array) =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
const toVector = (text: string) =>
  new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer)

/** Embeddings of an earlier run of the same model; they identify people, so the file is to be deleted. */
function readCache(file: string, recipe: string): EmbeddedPhotos | undefined {
  if (!existsSync(file)) return undefined
  const cache = JSON.parse(readFileSync(file, 'utf8')) as Cache
  if (cache.model !== recipe) return undefined
  const photos = Object.entries(cache.photos).map(
    ([path, { template, probe, plain, faults }]): [string, Embedded] => [
      path,
      {
        template: toVector(template),
        probe: toVector(probe),
        ...(plain !== undefined && { plain: toVector(plain) }),
        faults,
      },
    ],
  )
  return {
    model: cache.model,
    photos: new Map(photos),
    failures: new Map(Object.entries(cache.failures)),
  }
}

function writeCache(file: string, { model, photos, failures }: EmbeddedPhotos): void {
  const kept = [...photos].map(([path, { template, probe, plain, faults }]): [string, Kept] => [
    path,
    {
      template: toText(template),
      probe: toText(probe),
      ...(plain && { plain: toText(plain) }),
      faults,
    },
  ])
  const cache: Cache = {
    model,
    photos: Object.fromEntries(kept),
    failures: Object.fromEntries(failures),
  }
  writeFileSync(file, JSON.stringify(cache), { mode: 0o600 })
}

/** dlib as its own example uses it: one crop with its padding, and the vector as it comes. */
const plainRecipe: Recipe = {
  name: 'dlib-plain',
  keepsLength: true,
  ingredients: [
    {
      card: dlibResnet,
      alignment: meanFace,
      crops: { template: [plain(0.25)], probe: [plain(0.25)] },
      refine: (descriptor) => descriptor,
      weight: 1,
    },
  ],
}

const offCentre = ({ box }: Face, centre: { x: number; y: number }): number =>
  Math.hypot(box.x + box.width / 2 - centre.x, box.y + box.height / 2 - centre.y)
