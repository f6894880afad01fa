/** A model whose files come inside a registry package. */
export type PackagedCard = Described & {
  readonly package: '@vladmandic/human' | '@vladmandic/face-api'
}
/** A model whose files are downloaded or copied in: they lie in the folder of this name. */
export type PackCard = Described & { readonly pack: string; readonly bytes: FilePair<number> }
/** What a model file is, so that nothing about it is ever guessed from names or shapes. */
export type ModelCard = PackagedCard | PackCard

type FilePair<T> = { readonly manifest: T; readonly weights: T }
type Described = {
  readonly task: 'detection' | 'landmarks' | 'embedding'
  /** The two files: the topology or weights manifest, and the weights. */
  readonly manifest: string
  readonly weights: string
  /** SHA-256 of the two files; a file that differs is refused at load. */
  readonly sha256: FilePair<string>
  /** Side of the square input in pixels. */
  readonly inputPx: number
  /** Channel order and normalisation: (value 0..255 - mean) / divisor, mean in that channel order. */
  readonly input: {
    readonly channels: 'rgb' | 'bgr'
    readonly mean: readonly [number, number, number]
    readonly divisor: number
  }
  /** Graph outputs that are kept, in order; everything that only others need is cut off. */
  readonly outputs: readonly string[]
  readonly licence: string
  readonly source: string
}

/** BlazeFace, back-camera variant: 896 anchors with a box and six key points each. */
export const blazeface = {
  task: 'detection',
  package: '@vladmandic/human',
  manifest: 'models/blazeface.json',
  weights: 'models/blazeface.bin',
  sha256: {
    manifest: 'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f',
    weights: 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
  },
  inputPx: 256,
  input: { channels: 'rgb', mean: [127.5, 127.5, 127.5], divisor: 127.5 },
  outputs: ['Identity', 'Identity_2', 'Identity_1', 'Identity_3'],
  licence: 'Apache-2.0 (MediaPipe); package MIT',
  source: 'https://arxiv.org/abs/1907.05047',
} as const satisfies PackagedCard

/** Face Mesh: 468 points of a face in an upright crop, and a flag that there is one. */
export const facemesh = {
  task: 'landmarks',
  package: '@vladmandic/human',
  manifest: 'models/facemesh.json',
  weights: 'models/facemesh.bin',
  sha256: {
    manifest: 'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
    weights: '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
  },
  inputPx: 192,
  input: { channels: 'rgb', mean: [0, 0, 0], divisor: 255 },
  outputs: ['Identity_2', 'Identity_1'],
  licence: 'Apache-2.0 (MediaPipe); package MIT',
  source: 'https://arxiv.org/abs/1907.06724',
} as const satisfies PackagedCard

/** The contour of one eye, of MediaPipe's iris model; its second output, the iris itself, is cut off. */
export const eyeContour = {
  task: 'landmarks',
  package: '@vladmandic/human',
  manifest: 'models/iris.json',
  weights: 'models/iris.bin',
  sha256: {
    manifest: '49038ac9dcc09aa05474d91d98e9db5b47af4830929bcf102ed5a56bfbabb465',
    weights: 'd7f296d184274213d4642681ae186112cbbec77fd2ab066257d3c56a1940bc71',
  },
  inputPx: 64,
  input: { channels: 'rgb', mean: [0, 0, 0], divisor: 255 },
  outputs: ['StatefulPartitionedCall/model/conv_eyes_contours_and_brows/BiasAdd'],
  licence: 'Apache-2.0 (MediaPipe); package MIT',
  source: 'https://arxiv.org/abs/2006.11341',
} as const satisfies PackagedCard

/** dlib's ResNet v1: 128 numbers a face, trained for Euclidean distance .6. */
export const dlibResnet = {
  task: 'embedding',
  package: '@vladmandic/face-api',
  manifest: 'model/face_recognition_model-weights_manifest.json',
  weights: 'model/face_recognition_model.bin',
  sha256: {
    manifest: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
    weights: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
  },
  inputPx: 150,
  input: { channels: 'rgb', mean: [122.782, 117.001, 104.298], divisor: 256 },
  outputs: ['fc'],
  licence: 'CC0-1.0 (dlib-models); package MIT',
  source: 'https://github.com/davisking/dlib-models',
} as const satisfies PackagedCard

/**
 * HSE-FaceRes (MobileNet on VGGFace2): the 1024 pooled features only. Its age and gender heads are
 * cut off: nothing here may guess them. Its own package feeds it RGB 0..255; it was trained on BGR
 * minus the means below, and is much better so.
 */
export const faceres = {
  task: 'embedding',
  package: '@vladmandic/human',
  manifest: 'models/faceres.json',
  weights: 'models/faceres.bin',
  sha256: {
    manifest: '5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df',
    weights: '2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b',
  },
  inputPx: 224,
  input: { channels: 'bgr', mean: [103.939, 116.779, 123.68], divisor: 1 },
  outputs: ['global_pooling/Mean'],
  licence: 'Apache-2.0 (HSE-FaceRes); package MIT',
  source: 'https://github.com/HSE-asavchenko/HSE_FaceRec_tf',
} as const satisfies PackagedCard

/**
 * Intel's face-reidentification-retail-0095 (release 2023.0 of the Open Model Zoo, FP16): like MobileNetV2, 256
 * numbers a face, trained for cosine. Its normalisation is inside its graph.
 */
export const retail0095 = {
  task: 'embedding',
  pack: 'retail-0095',
  manifest: 'face-reidentification-retail-0095.xml',
  weights: 'face-reidentification-retail-0095.bin',
  bytes: { manifest: 350_427, weights: 2_213_628 },
  sha256: {
    manifest: 'ce53d2c9c08c0bd1c1660fb8a5b6d0e3e4ec19eb92f1036d2d83a85e83082dce',
    weights: '241229ca3d206321868d46ce74a3c0b06c49cea58db7dc70b2e842ff287545d1',
  },
  inputPx: 128,
  input: { channels: 'bgr', mean: [0, 0, 0], divisor: 1 },
  outputs: ['658'],
  licence: 'Apache-2.0 (Open Model Zoo)',
  source:
    'https://github.com/openvinotoolkit/open_model_zoo/tree/2023.0.0/models/intel/face-reidentification-retail-0095',
} as const satisfies ModelCard
