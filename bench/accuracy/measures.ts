import { createImpostorModel, normalise, type ImpostorStatistics } from '../../src/face/index.ts'
import { recipeName } from '../../src/face/recipe.ts'
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

const impostors = createImpostorModel()

export const measured = (embedded: Embedded): Measured => ({
  ...embedded,
  ofTemplate: impostors.expect({ model: recipeName, vector: embedded.template }),
  ofProbe: impostors.expect({ model: recipeName, vector: embedded.probe }),
})

/** The first numbers of an embedding are dlib's; the others are faceres'. */
const dlibLength = 128
const dlibOf = (vector: Float32Array) => unit(vector.slice(0, dlibLength))
const faceresOf = (vector: Float32Array) => unit(vector.slice(dlibLength))

export const measures: readonly Measure[] = [
  {
    name: 'plain dlib: one crop, Euclidean distance',
    score: (a, b) =>
      -Math.sqrt(
        Math.max(
          0,
          a.plain.reduce((sum, x, i) => sum + (x - (b.plain[i] ?? 0)) ** 2, 0),
        ),
      ),
  },
  {
    name: 'dlib: several crops, cosine',
    score: (a, b) => dot(dlibOf(a.template), dlibOf(b.probe)),
  },
  {
    name: 'faceres: roots, half whitened, cosine',
    score: (a, b) => dot(faceresOf(a.template), faceresOf(b.probe)),
  },
  { name: 'both fused, cosine', score: (a, b) => dot(a.template, b.probe) },
  {
    name: '**fused, normalised (shipped)**',
    score: (a, b) => normalise(dot(a.template, b.probe), a.ofTemplate, b.ofProbe),
  },
]

/** What is shipped: the last step. */
export const shipped = measures.at(-1) as Measure
