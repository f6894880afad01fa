import { join } from 'node:path'
import sharp from 'sharp'
import type { Peer } from './peer.ts'
import { folderOf, loadTensorFlow, require, type Tensor } from './tensorflow.ts'

type Net = { loadFromDisk(folder: string): Promise<void> }
type FaceApi = {
  nets: { ssdMobilenetv1: Net; faceLandmark68Net: Net; faceRecognitionNet: Net }
  detectSingleFace(photo: Tensor): {
    withFaceLandmarks(): { withFaceDescriptor(): Promise<{ descriptor: Float32Array } | undefined> }
  }
}

type Operation = (tensor: unknown, ...rest: unknown[]) => unknown
type Operations = { Tensor: { prototype: Record<string, unknown> } } & Record<string, Operation>

/** face-api calls operations as methods of tensors; the whole bundle has those, the core has functions only. */
export function addMethods(tf: object): void {
  const operations = tf as Operations
  const methods = operations.Tensor.prototype
  for (const name of [
    'add',
    'div',
    'expandDims',
    'mean',
    'mul',
    'reverse',
    'slice',
    'squeeze',
    'sub',
  ])
    methods[name] ??= function (...rest: unknown[]) {
      return operations[name]?.(this, ...rest)
    }
  for (const rank of [1, 2, 3, 4])
    methods[`as${rank}D`] ??= function (...shape: number[]) {
      return operations['reshape']?.(this, shape.length > 0 ? shape : [-1])
    }
  methods['toInt'] ??= function () {
    return operations['cast']?.(this, 'int32')
  }
}

/** `@vladmandic/face-api` as its own examples run it: SSD detector, 68 landmarks, dlib's descriptor. */
export async function loadFaceApi(): Promise<Peer> {
  const tf = await loadTensorFlow()
  addMethods(tf)
  const folder = folderOf('@vladmandic/face-api')
  const api = require(join(folder, 'dist/face-api.node-wasm.js')) as FaceApi
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = api.nets
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet])
    await net.loadFromDisk(join(folder, 'model'))
  return {
    name: '@vladmandic/face-api (wasm)',
    async describe(jpeg) {
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
      const photo = tf.tensor(data, [info.height, info.width, 3], 'int32')
      const face = await api.detectSingleFace(photo).withFaceLandmarks().withFaceDescriptor()
      photo.dispose()
      return face?.descriptor
    },
    close: async () => {}, // the process ends with it
  }
}
