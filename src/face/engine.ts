import { describe } from './embed.ts'
import { findFaces } from './find-faces.ts'
import { boxAround } from './geometry.ts'
import { decode, type Image } from './image.ts'
import { poseOf, type Mesh } from './landmarks.ts'
import { loadModel } from './models/load.ts'
import { blazeface, eyeContour, facemesh, type ModelCard } from './models/manifest.ts'
import { landmarksOf, measureQuality } from './quality.ts'
import { isSameForAll, type Recipe } from './recipe.ts'
import type { RecogniserName } from './recognisers/card.ts'
import { createRecipe } from './recognisers/recognisers.ts'
import type { Network } from './runtime.ts'
import type {
  Box,
  Embedding,
  Face,
  FaceEngine,
  LookOptions,
  PhotoReading,
  Point,
  Purpose,
} from './types.ts'
import { unifiedQuality, type QualityClues } from './unified-quality.ts'
import { dot, isUnit } from './vector.ts'
import { createPyramid, type Pyramid } from './warp.ts'

export type Stage = 'decode' | 'detect' | 'landmarks' | 'quality' | 'embed'

export type StagesOptions = {
  /** Threads that one inference may use. */
  readonly threads: number
  /** What recognises; `builtin` unless told. */
  readonly recogniser?: RecogniserName
  /** The one before, which looks at every face as well. */
  readonly former?: RecogniserName
  /** Where recognisers that were downloaded are, each in a folder of its name. */
  readonly packsDirectory?: string | undefined
  /** What embeddings are made of; the recogniser's recipe unless a benchmark compares others. */
  readonly recipe?: Recipe
  /** Told how long each stage of each photo took, in milliseconds. */
  readonly onStage?: (stage: Stage, milliseconds: number) => void
  /** Told of each model that is loaded. */
  readonly onLoaded?: () => void
}

/** Told when each stage begins and ends. */
type Timing = { readonly timed: <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T> }

/** An engine that tells whoever asks it of each stage of a photo that is done. */
export type StagedEngine = Omit<FaceEngine, 'look'> & {
  look(
    photo: Uint8Array,
    options: LookOptions & { readonly onStep?: () => void },
  ): Promise<PhotoReading>
}

/**
 * The engine in this thread: decode, detect, landmarks, quality, embed, each a file of its own.
 * Throws when a model's file is missing or is not the one in the manifest.
 */
export async function createStages({
  threads,
  onStage,
  onLoaded,
  packsDirectory,
  recogniser = 'builtin',
  former,
  recipe = createRecipe(recogniser),
}: StagesOptions): Promise<StagedEngine> {
  const before = former === undefined ? undefined : createRecipe(former)
  const load = async (card: ModelCard) => {
    const network = await loadModel(card, { threads, packsDirectory })
    onLoaded?.()
    return network
  }
  const loadThoseOf = ({ ingredients }: Pick<Recipe, 'ingredients'>) =>
    Promise.all(ingredients.map(({ card }) => load(card)))
  const [[detector, mesher, eyes], embedders, embeddersBefore] = await Promise.all([
    Promise.all([blazeface, facemesh, eyeContour].map(load)),
    loadThoseOf(recipe),
    loadThoseOf(before ?? { ingredients: [] }),
  ])
  if (!detector || !mesher || !eyes) throw new Error('the engine lacks a model')

  /** The faces of an image, largest first. */
  const facesIn = async (
    pyramid: Pyramid,
    image: Image,
    {
      purpose,
      embedLargest,
      timed,
    }: Required<Pick<LookOptions, 'purpose' | 'embedLargest'>> & Timing,
  ): Promise<Face[]> => {
    const found = await findFaces({ detector, mesher, timed }, pyramid)
    const faces: Face[] = []
    for (const [index, { mesh, confidence }] of found.entries()) {
      const seen = {
        box: onPhoto(boxAround(mesh.points), image),
        confidence,
        landmarks: landmarksOf(mesh).map((point) => onPhoto(point, image)),
        pose: poseOf(mesh),
      }
      if (index >= Math.max(1, embedLargest)) {
        faces.push(seen)
        continue
      }
      const quality = await timed('quality', () =>
        measureQuality({ mesher, eyes }, pyramid, mesh, purpose),
      )
      if (index >= embedLargest) {
        faces.push({ ...seen, quality })
        continue
      }
      const purposes: Purpose[] =
        purpose === 'template' && !isSameForAll(recipe) ? ['template', 'probe'] : [purpose]
      const made = await timed('embed', () => embed(recipe, embedders, pyramid, mesh, purposes))
      const { embedding, featureLength } = made[0] as Made
      const atTheDoor = made.at(-1)?.embedding ?? embedding
      const [earlier] = before
        ? await timed('embed', () => embed(before, embeddersBefore, pyramid, mesh, ['probe']))
        : []
      const clues = { ...quality, ...seen, ...(featureLength && { featureLength }) }
      faces.push({
        ...seen,
        quality,
        embedding,
        ...(purpose === 'template' && { atTheDoor }),
        ...(earlier && { former: earlier.embedding }),
        unifiedQuality: unifiedQuality(clues),
      })
    }
    return faces
  }

  return {
    model: recipe.name,
    ...(before && { formerModel: before.name }),
    async look(photo, { purpose, embedLargest = 1, onStep }) {
      const timed = async <T>(stage: Stage, work: () => T | Promise<T>): Promise<T> => {
        const start = performance.now()
        const result = await work()
        onStage?.(stage, performance.now() - start)
        onStep?.()
        return result
      }
      const decoding = await timed('decode', () => decode(photo))
      if (!decoding.readable) return decoding
      const { image } = decoding
      const pyramid = createPyramid(image)
      const faces = await facesIn(pyramid, image, { purpose, embedLargest, timed }).finally(() =>
        pyramid.close(),
      )
      const photoSize = (side: number) => Math.round(side * image.reduction)
      return {
        readable: true,
        width: photoSize(image.width),
        height: photoSize(image.height),
        faces,
      }
    },
    async close() {
      await Promise.all(
        [detector, mesher, eyes, ...embedders, ...embeddersBefore].map((network) =>
          network.close(),
        ),
      )
    },
  }
}

/** A face as a recipe sees it for one purpose, and the length of a descriptor before that tells of its quality. */
type Made = {
  readonly embedding: Embedding
  readonly featureLength: QualityClues['featureLength'] | undefined
}

/**
 * The models' descriptors side by side, each scaled by the root of its weight: one unit vector for each purpose.
 */
async function embed(
  recipe: Recipe,
  embedders: readonly Network[],
  pyramid: Pyramid,
  mesh: Mesh,
  purposes: readonly Purpose[],
): Promise<Made[]> {
  // One after the other: the runtime blocks the thread that calls it, and a second thread gains nothing on two
  // cores that each network keeps busy by itself.
  const featureLengths: Made['featureLength'][] = []
  const parts: Float32Array[][] = purposes.map(() => [])
  for (const [i, ingredient] of recipe.ingredients.entries()) {
    const { crops, refine, weight, lengthTells } = ingredient
    const sets = purposes.map((purpose) => crops[purpose])
    const described = await describe(embedders[i] as Network, ingredient, pyramid, mesh, sets)
    for (const [k, part] of described.entries()) {
      if (lengthTells)
        featureLengths[k] = { value: Math.sqrt(dot(part, part)), weighing: lengthTells }
      parts[k]?.push(refine(part).map((value) => value * Math.sqrt(weight)))
    }
  }
  return parts.map((own, k) => {
    const vector = joined(own)
    if (!recipe.keepsLength && !isUnit(vector)) throw new Error('an embedding without length 1')
    return { embedding: { model: recipe.name, vector }, featureLength: featureLengths[k] }
  })
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const vector = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    vector.set(part, at)
    at += part.length
  }
  return vector
}

/** From pixels of the reduced image to pixels of the photo. */
function onPhoto<T extends Box | Point>(value: T, { reduction }: Image): T {
  return Object.fromEntries(
    Object.entries(value).map(([key, number]) => [key, number * reduction]),
  ) as T
}
