import { meanFace } from '../align.ts'
import { frontal, mirrored, plain, turned, type Variant } from '../embed.ts'
import { project, readFaceresBasis } from '../models/faceres-basis.ts'
import { dlibResnet, faceres } from '../models/manifest.ts'
import type { Ingredient } from '../recipe.ts'
import { unit } from '../vector.ts'
import type { Recogniser } from './card.ts'

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
  alignment: meanFace,
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
    alignment: meanFace,
    crops: {
      template: withMirror([plain(0.3), plain(faceresPadding), plain(0.5)]),
      probe: [frontal(plain(faceresPadding), frontalShare)],
    },
    refine: (descriptor) => unit(project(hellinger(descriptor), basis)),
    lengthTells: { mean: 13.5, spread: 1.43, weight: 1 },
    weight: 1 / 11,
  }
}

/**
 * Square roots of the features, to length 1: few large features no longer drown the many small ones
 * (the Hellinger kernel; Arandjelovic and Zisserman 2012, doi:10.1109/CVPR.2012.6248018).
 */
export const hellinger = (descriptor: Float32Array): Float32Array =>
  unit(descriptor.map((value) => Math.sqrt(Math.max(0, value))))

/** What comes inside the packages: 128 numbers of dlib's ResNet and 192 of faceres. */
export const builtin: Recogniser = {
  card: {
    name: 'builtin',
    recipe: 'dlib-resnet-v1+faceres.2',
    earlierRecipes: ['dlib-resnet-v1+faceres.1'],
    embeddingLength: 320,
    impostors: 'by-face',
    sameShot: 0.975,
    files: [],
    licence: {
      name: 'CC0-1.0 (dlib-models) and Apache-2.0 (HSE-FaceRes)',
      text: 'https://github.com/davisking/dlib-models, https://github.com/HSE-asavchenko/HSE_FaceRec_tf',
    },
    trainingData: 'dlib: FaceScrub, VGGFace and photos of its maker; faceres: VGGFace2',
  },
  createRecipe: () => ({
    name: builtin.card.recipe,
    ingredients: [dlib, faceresIngredient()],
  }),
}
