import { frontal, mirrored, plain, turned, type Variant } from './embed.ts'
import { project, readFaceresBasis } from './models/faceres-basis.ts'
import { dlibResnet, faceres, type ModelCard } from './models/manifest.ts'
import type { Purpose } from './types.ts'
import { unit } from './vector.ts'

/** How one model contributes to an embedding. */
export type Ingredient = {
  readonly card: ModelCard
  /** The crops whose descriptors are averaged. */
  readonly crops: Readonly<Record<Purpose, readonly Variant[]>>
  /** Makes a unit vector of the mean descriptor. */
  readonly refine: (descriptor: Float32Array) => Float32Array
  /** Share of this model's cosine in the similarity of two embeddings; all sum to 1. */
  readonly weight: number
}

/** dlib's own padding around the mean face (dnn_face_recognition_ex). */
const dlibPadding = 0.25
/** What suits faceres best; it was trained on looser crops. */
const faceresPadding = 0.4
const turnDegrees = 5
/** Half of the way towards the camera: all of it bends more than the mesh knows (docs/decisions/0060). */
const frontalShare = 0.5

const withMirror = (variants: readonly Variant[]) => variants.flatMap((v) => [v, mirrored(v)])

const dlibPlain = plain(dlibPadding)
const dlibCloser = plain(0.2)
const dlibFrontal = frontal(dlibPlain, frontalShare)
const dlib: Ingredient = {
  card: dlibResnet,
  crops: {
    template: withMirror([
      dlibPlain,
      turned(dlibPlain, turnDegrees),
      turned(dlibPlain, -turnDegrees),
      dlibCloser,
      dlibFrontal,
    ]),
    probe: [...withMirror([dlibPlain]), dlibCloser, mirrored(dlibFrontal)],
  },
  refine: unit,
  weight: 10 / 11,
}

/** Created once: reads its basis from a file. */
function faceresIngredient(): Ingredient {
  const basis = readFaceresBasis()
  return {
    card: faceres,
    crops: {
      template: withMirror([plain(0.3), plain(faceresPadding), plain(0.5)]),
      probe: [frontal(plain(faceresPadding), frontalShare)],
    },
    refine: (descriptor) => unit(project(hellinger(descriptor), basis)),
    weight: 1 / 11,
  }
}

/**
 * Square roots of the features, to length 1: few large features no longer drown the many small ones
 * (the Hellinger kernel; Arandjelovic and Zisserman 2012, doi:10.1109/CVPR.2012.6248018).
 */
export const hellinger = (descriptor: Float32Array): Float32Array =>
  unit(descriptor.map((value) => Math.sqrt(Math.max(0, value))))

export type Recipe = {
  /** Changes whenever anything does that moves a vector: other recipes' embeddings are never compared. */
  readonly name: string
  readonly ingredients: readonly Ingredient[]
}

/** What an embedding of this version is made of: 128 numbers of dlib's ResNet and 192 of faceres. */
export const recipeName = 'dlib-resnet-v1+faceres.2'
export const createRecipe = (): Recipe => ({
  name: recipeName,
  ingredients: [dlib, faceresIngredient()],
})
