import { createImpostorModel, normalise, type ImpostorStatistics } from '../../src/face/index.ts'
import { recipeName } from '../../src/face/recipe.ts'
import { dot, unit } from '../../src/face/vector.ts'
import type { Embedded } from './embed-photos.ts'

/** A photo's vectors and their parts, cut once, and what strangers to them look like. */
export type Measured = Embedded & {
  readonly ofTemplate: ImpostorStatistics
  readonly ofProbe: ImpostorStatistics
  readonly dlib: { readonly template: Float32Array; readonly probe: Float32Array }
  readonly faceres: { readonly template: Float32Array; readonly probe: Float32Array }
}

/** A way to score two photos, higher is more alike; each one is a step on the way to what is shipped. */
export type Measure = {
  readonly name: string
  score(template: Measured, probe: Measured): number
}

const impostors = createImpostorModel()
/** The first numbers of an embedding are dlib's; the others are faceres'. */
const dlibLength = 128
const dlibOf = (vector: Float32Array) => unit(vector.slice(0, dlibLength))
const faceresOf = (vector: Float32Array) => unit(vector.slice(dlibLength))

export const measured = (embedded: Embedded): Measured => {
  const { template, probe } = embedded
  return {
    ...embedded,
    ofTemplate: impostors.expect({ model: recipeName, vector: template }),
    ofProbe: impostors.expect({ model: recipeName, vector: probe }),
    dlib: { template: dlibOf(template), probe: dlibOf(probe) },
    faceres: { template: faceresOf(template), probe: faceresOf(probe) },
  }
}

/** Squared Euclidean distance: its order is that of the distance. */
export function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return sum
}

export const measures: readonly Measure[] = [
  {
    name: 'plain dlib: one crop, Euclidean distance',
    score: (a, b) => -squaredDistance(a.plain, b.plain),
  },
  { name: 'dlib: several crops, cosine', score: (a, b) => dot(a.dlib.template, b.dlib.probe) },
  {
    name: 'faceres: roots, half whitened, cosine',
    score: (a, b) => dot(a.faceres.template, b.faceres.probe),
  },
  { name: 'both fused, cosine', score: (a, b) => dot(a.template, b.probe) },
  {
    name: '**fused, normalised (shipped)**',
    score: (a, b) => normalise(dot(a.template, b.probe), a.ofTemplate, b.ofProbe),
  },
]

/** Where it begins, and what is shipped: the first and the last step. */
export const plain = measures[0] as Measure
export const shipped = measures.at(-1) as Measure
