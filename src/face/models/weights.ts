import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ModelCard } from './manifest.ts'

/** A named weight as the package stores it, decoded to 32-bit floats (or integers, for shapes). */
export type Weight = { readonly shape: readonly number[]; readonly values: Float32Array }

type StoredWeight = {
  name: string
  shape: number[]
  dtype: 'float32' | 'int32'
  quantization?: { dtype: 'uint8' | 'uint16' | 'float16'; scale?: number; min?: number }
}
type WeightGroup = { paths: string[]; weights: StoredWeight[] }

const require = createRequire(import.meta.url)

/** Where a package's file is. Looked for as Node does, since the packages do not export their models. */
function pathOf(packageName: string, file: string): string {
  const folders = require.resolve.paths(packageName) ?? []
  const path = folders.map((folder) => join(folder, packageName, file)).find(existsSync)
  if (path === undefined) throw new Error(`${packageName}/${file} is not installed; run "npm ci"`)
  return path
}

/** Reads one of a model's files and makes sure that it is the file we measured. */
function readChecked(card: ModelCard, part: 'manifest' | 'weights'): Buffer {
  const bytes = readFileSync(pathOf(card.package, card[part]))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== card.sha256[part])
    throw new Error(
      `${card.package}/${card[part]} is not the file that this version was made for ` +
        `(SHA-256 ${sha256}, expected ${card.sha256[part]}); run "npm ci" again`,
    )
  return bytes
}

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
      return convert(new Uint16Array(aligned), halfToFloat)
    case 'uint16':
      return convert(new Uint16Array(aligned), (q) => q * scale + min)
    case 'uint8':
      return convert(bytes, (q) => q * scale + min)
  }
}

/** A plain loop: `Float32Array.from` with a function takes ten times as long, and start-up waits for this. */
function convert(
  stored: Uint8Array | Uint16Array,
  toFloat: (value: number) => number,
): Float32Array {
  const values = new Float32Array(stored.length)
  for (let i = 0; i < stored.length; i++) values[i] = toFloat(stored[i] as number)
  return values
}

/** IEEE 754 binary16 to a number. */
function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 0x1f
  const fraction = half & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
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
export function readPackagedModel(card: ModelCard): PackagedModel {
  const manifest: unknown = JSON.parse(readChecked(card, 'manifest').toString())
  const packed = readChecked(card, 'weights')
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
