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
  const turned = toBytes(rotation.turn(vector))
  const sealed = sealWith(employeeKey, turned, aboutWords(header, about))
  turned.fill(0)
  return Buffer.concat([header, sealed])
}

/** The id of the rotation that opening such bytes takes. */
export const rotationOf = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(1, headerBytes)).toString('hex')

/** Throws SealBrokenError for bytes that were changed, or that were sealed for another template. */
export function openVector(
  employeeKey: Uint8Array,
  rotations: Rotations,
  about: TemplateAbout,
  sealed: Uint8Array,
): Float32Array {
  const header = sealed.subarray(0, headerBytes)
  const rotation = rotations.get(rotationOf(sealed))
  if (header[0] !== version || !rotation) throw new SealBrokenError()
  const bytes = openWith(employeeKey, sealed.subarray(headerBytes), aboutWords(header, about))
  const turned = vectorOf(bytes)
  bytes.fill(0)
  const vector = rotation.turnBack(turned)
  turned.fill(0)
  return vector
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
