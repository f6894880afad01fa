import { halvesToFloats, toFloats } from './floats.ts'
import type { PackagedCard } from './manifest.ts'
import { readModelFile } from './model-files.ts'

/** A named weight as the package stores it, decoded to 32-bit floats (or integers, for shapes). */
export type Weight = { readonly shape: readonly number[]; readonly values: Float32Array }

type StoredWeight = {
  name: string
  shape: number[]
  dtype: 'float32' | 'int32'
  quantization?: { dtype: 'uint8' | 'uint16' | 'float16'; scale?: number; min?: number }
}
type WeightGroup = { paths: string[]; weights: StoredWeight[] }

const bytesPerValue = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1 } as const

/** Decodes one weight: plain, half precision, or quantised as `value = q * scale + min`. */
function decode(stored: StoredWeight, bytes: Buffer): Float32Array {
  const {
    dtype,
    scale = 1,
    min = 0,
  } = { ...stored.quantization, dtype: stored.quantization?.dtype ?? stored.dtype }
  // A copy: the packed bytes of a weight rarely start where a wider array may.
  const aligned = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  switch (dtype) {
    case 'float32':
      return new Float32Array(aligned)
    case 'int32':
      return new Float32Array(new Int32Array(aligned))
    case 'float16':
      return halvesToFloats(new Uint16Array(aligned))
    case 'uint16':
      return toFloats(new Uint16Array(aligned), (q) => q * scale + min)
    case 'uint8':
      return toFloats(bytes, (q) => q * scale + min)
  }
}

export type PackagedModel = {
  /** The TensorFlow graph in JSON where the package has one. */
  readonly topology: unknown
  readonly weights: ReadonlyMap<string, Weight>
}

/**
 * Loads a model from its registry package: TensorFlow.js layout, weights in manifest order.
 * Throws when a file is missing or its hash differs.
 */
export function readPackagedModel(card: PackagedCard): PackagedModel {
  const manifest: unknown = JSON.parse(readModelFile(card, 'manifest').toString())
  const packed = readModelFile(card, 'weights')
  const { modelTopology, weightsManifest } = (
    Array.isArray(manifest) ? { weightsManifest: manifest } : manifest
  ) as { modelTopology?: unknown; weightsManifest: WeightGroup[] }

  const weights = new Map<string, Weight>()
  let offset = 0
  for (const stored of weightsManifest.flatMap((group) => group.weights)) {
    const count = stored.shape.reduce((product, size) => product * size, 1)
    const length = count * bytesPerValue[stored.quantization?.dtype ?? stored.dtype]
    const values = decode(stored, packed.subarray(offset, offset + length))
    weights.set(stored.name, { shape: stored.shape, values })
    offset += length
  }
  return { topology: modelTopology, weights }
}
