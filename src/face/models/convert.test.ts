import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import {
  folderOf,
  loadTensorFlow,
  require,
  type Tensor,
  type TensorFlow,
} from '../../../bench/peers/tensorflow.ts'
import { createNetwork } from '../runtime.ts'
import { convertDlibResnet } from './dlib-resnet.ts'
import { convertModel } from './load.ts'
import {
  blazeface,
  dlibResnet,
  eyeContour,
  facemesh,
  faceres,
  type ModelCard,
  type PackagedCard,
} from './manifest.ts'
import { readPackagedModel } from './weights.ts'

// The reference is the runtime that the packages were made for.
let tf: TensorFlow
before(async () => {
  tf = await loadTensorFlow()
})

/** Bytes that look like a crop: smooth and different everywhere, the same in every run. */
function crop(side: number): Uint8Array {
  return Uint8Array.from({ length: side * side * 3 }, (_, i) => {
    const [x, y, c] = [Math.floor(i / 3) % side, Math.floor(i / 3 / side), i % 3]
    return 127 + 120 * Math.sin(x / (7 + c)) * Math.cos(y / (11 - c)) + (i % 7)
  })
}

/** The crop as the model's card says that it wants it. */
function normalised(bytes: Uint8Array, { input }: ModelCard): Float32Array {
  return Float32Array.from(bytes, (_, i) => {
    const channel = input.channels === 'rgb' ? i % 3 : 2 - (i % 3)
    const value = bytes[i - (i % 3) + channel] as number
    return (value - (input.mean[i % 3] ?? 0)) / input.divisor
  })
}

async function ours(model: Uint8Array, card: ModelCard, bytes: Uint8Array) {
  const network = await createNetwork(model, card.inputPx, { threads: 1 })
  const outputs = await network.run(bytes, 1)
  await network.close()
  return outputs
}

/** Largest difference, relative to the largest value. */
function relativeDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assert.equal(a.length, b.length)
  const peak = Math.max(...Array.from(b, Math.abs))
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? NaN)))) / peak
}

type GraphModel = { execute(input: Tensor, outputs: string[]): Tensor[] | Tensor }
type Converter = { loadGraphModel(handler: object): Promise<GraphModel> }

async function loadReference(card: PackagedCard): Promise<GraphModel> {
  const folder = folderOf(card.package)
  const model = JSON.parse(readFileSync(join(folder, card.manifest), 'utf8')) as Record<
    string,
    unknown
  >
  const weights = readFileSync(join(folder, card.weights))
  const { loadGraphModel } = require('@tensorflow/tfjs-converter') as Converter
  const manifest = model['weightsManifest'] as { weights: unknown[] }[]
  return loadGraphModel({
    load: async () => ({
      modelTopology: model['modelTopology'],
      format: model['format'],
      weightSpecs: manifest.flatMap((group) => group.weights),
      weightData: new Uint8Array(weights).buffer,
    }),
  })
}

for (const card of [blazeface, facemesh, eyeContour, faceres]) {
  test(`${card.manifest} gives what TensorFlow.js makes of it, to a thousandth`, async () => {
    const bytes = crop(card.inputPx)
    const outputs = await ours(convertModel(card), card, bytes)
    const reference = await loadReference(card)
    const input = tf.tensor(normalised(bytes, card), [1, card.inputPx, card.inputPx, 3])
    const expected = [reference.execute(input, [...card.outputs])].flat()
    for (const [i, tensor] of expected.entries())
      assert.ok(relativeDifference(outputs[i] ?? [], await tensor.data()) < 1e-3, card.outputs[i])
  })
}

type RecognitionNet = {
  loadFromDisk(folder: string): Promise<void>
  computeFaceDescriptor(input: Tensor): Promise<Float32Array>
}

test("dlib's network gives what face-api makes of it, to a thousandth", async () => {
  const { addMethods } = await import('../../../bench/peers/face-api.ts')
  addMethods(tf)
  const folder = folderOf('@vladmandic/face-api')
  const { nets } = require(join(folder, 'dist/face-api.node-wasm.js')) as {
    nets: { faceRecognitionNet: RecognitionNet }
  }
  await nets.faceRecognitionNet.loadFromDisk(join(folder, 'model'))
  const bytes = crop(dlibResnet.inputPx)
  const input = tf.tensor(bytes, [dlibResnet.inputPx, dlibResnet.inputPx, 3], 'int32')
  const expected = await nets.faceRecognitionNet.computeFaceDescriptor(input)
  // face-api divides by 255, dlib by 256; the conversion is what is compared here.
  const likeFaceApi: ModelCard = { ...dlibResnet, input: { ...dlibResnet.input, divisor: 255 } }
  const model = convertDlibResnet(likeFaceApi, readPackagedModel(dlibResnet))
  const [descriptor] = await ours(model, likeFaceApi, bytes)
  assert.ok(relativeDifference(descriptor ?? [], expected) < 1e-3)
})

test('a model file that is not the one of the manifest is refused', () => {
  const forged: PackagedCard = {
    ...blazeface,
    sha256: { ...blazeface.sha256, weights: '0'.repeat(64) },
  }
  assert.throws(() => convertModel(forged), /is not the file/)
})
