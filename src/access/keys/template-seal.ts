import type { KeyObject } from 'node:crypto'
import { endianness } from 'node:os'
import { openWith, SealBrokenError, sealWith } from './sealed.ts'
import type { VectorRotation } from './vector-rotation.ts'

/** Whose vector it is; all of it is bound to what is sealed. */
export type TemplateAbout = {
  readonly id: string
  readonly employeeId: string
  readonly model: string
}

/** The rotations of an installation by their ids. */
export type Rotations = ReadonlyMap<string, VectorRotation>

const version = 1
/** What a rotation is known by, in hexadecimal, is random: a restored database has others. */
export const rotationIdBytes = 4
/** The version of the format, and the id of the rotation. */
const headerBytes = 1 + rotationIdBytes

const aboutWords = (header: Uint8Array, { employeeId, model, id }: TemplateAbout) =>
  ['template', ...header, employeeId, model, id] as const

/** The bytes to keep of a vector: turned, then encrypted with the employee's own key. */
export function sealVector(
  employeeKey: Uint8Array,
  rotation: { readonly id: string; readonly turn: VectorRotation['turn'] },
  about: TemplateAbout,
  vector: Float32Array,
): Buffer {
  const header = Uint8Array.of(version, ...Buffer.from(rotation.id, 'hex'))
  const turned = toBytes(rotation.turn([vector])[0] as Float32Array)
  const sealed = sealWith(employeeKey, turned, aboutWords(header, about))
  turned.fill(0)
  return Buffer.concat([header, sealed])
}

/** The id of the rotation that opening such bytes takes. */
export const rotationOf = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(1, headerBytes)).toString('hex')

/**
 * The vector in bytes that were sealed, still turned: see turnBackAll. Throws SealBrokenError for bytes that were
 * changed, or that were sealed for another template.
 */
export function openTurned(
  employeeKey: KeyObject,
  about: TemplateAbout,
  sealed: Uint8Array,
): Float32Array {
  const header = sealed.subarray(0, headerBytes)
  if (header[0] !== version) throw new SealBrokenError()
  const bytes = openWith(employeeKey, sealed.subarray(headerBytes), aboutWords(header, about))
  const turned = vectorOf(bytes)
  bytes.fill(0)
  return turned
}

/** A vector that is still turned, by the rotation of an id. */
export type Turned = { readonly rotation: string; readonly vector: Float32Array }

/** Turns vectors back, in their order, and wipes what was given. Undefined for those whose rotation is not known. */
export function turnBackAll(
  rotations: Rotations,
  all: readonly (Turned | undefined)[],
): (Float32Array | undefined)[] {
  const vectors = Array.from<Float32Array | undefined>({ length: all.length })
  const alike = Map.groupBy(all.keys(), (i) => `${all[i]?.rotation} ${all[i]?.vector.length}`)
  for (const places of alike.values()) {
    const some = places.flatMap((i) => all[i] ?? [])
    const rotation = rotations.get(some[0]?.rotation ?? '')
    const back = rotation?.turnBack(some.map(({ vector }) => vector)) ?? []
    for (const [nth, i] of places.entries()) vectors[i] = back[nth]
    for (const { vector } of some) vector.fill(0)
  }
  return vectors
}

/** 32 bit floats, little end first, whatever machine this is. */
function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32()
}

/** 32 bit floats, little end first, of bytes that may be anybody's. */
export function vectorOf(bytes: Uint8Array): Float32Array {
  if (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) throw new SealBrokenError()
  const copy = new Uint8Array(bytes)
  if (endianness() !== 'LE') Buffer.from(copy.buffer).swap32()
  return new Float32Array(copy.buffer)
}
