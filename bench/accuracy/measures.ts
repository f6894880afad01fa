import {
  createImpostorModel,
  normalise,
  type ImpostorStatistics,
  type RecogniserCard,
} from '../../src/face/index.ts'
import { dot, unit } from '../../src/face/vector.ts'
import type { Embedded } from './embed-photos.ts'

/** A photo's vectors, and what strangers to them look like. */
export type Measured = Embedded & {
  readonly ofTemplate: ImpostorStatistics
  readonly ofProbe: ImpostorStatistics
}

/** A way to score two photos, higher is more alike; each one is a step on the way to what is shipped. */
export type Measure = {
  readonly name: string
  score(template: Measured, probe: Measured): number
}

/** The first numbers of a builtin embedding are dlib's; the others are faceres'. */
const dlibLength = 128
const dlibOf = (vector: Float32Array) => unit(vector.slice(0, dlibLength))
const faceresOf = (vector: Float32Array) => unit(vector.slice(dlibLength))

/** How to see photos as a recogniser's statistics of strangers do. */
export function createMeasuring(card: RecogniserCard): (embedded: Embedded) => Measured {
  const impostors = createImpostorModel(card)
  return (embedded) => {
    const { template, probe } = embedded
    return {
      ...embedded,
      ofTemplate: impostors.expect({ model: card.recipe, vector: template }),
      ofProbe: impostors.expect({ model: card.recipe, vector: probe }),
    }
  }
}

/** Squared Euclidean distance: its order is that of the distance. */
export function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return sum
}

/** Where it begins: what others decide on. */
export const plain: Measure = {
  name: 'plain dlib: one crop, Euclidean distance',
  score: (a, b) => (a.plain && b.plain ? -squaredDistance(a.plain, b.plain) : NaN),
}

const parts: readonly Measure[] = [
  {
    name: 'dlib: several crops, cosine',
    score: (a, b) => dot(dlibOf(a.template), dlibOf(b.probe)),
  },
  {
    name: 'faceres: roots, half whitened, cosine',
    score: (a, b) => dot(faceresOf(a.template), faceresOf(b.probe)),
  },
  { name: 'both fused, cosine', score: (a, b) => dot(a.template, b.probe) },
]

/** What is shipped. */
export const shipped = ({ name }: RecogniserCard): Measure => ({
  name: name === 'builtin' ? '**fused, normalised (shipped)**' : `**${name} (shipped)**`,
  score: (a, b) => normalise(dot(a.template, b.probe), a.ofTemplate, b.ofProbe),
})

/** What each step brings, for a recogniser that has some; what is shipped last. */
export const measuresOf = (card: RecogniserCard): readonly Measure[] => [
  ...(card.name === 'builtin' ? [plain, ...parts] : []),
  shipped(card),
]
