import type { Embedding, Face, PhotoReading } from './types.ts'

/** An embedding as bytes: those of a message are read where they arrived, so that they can be wiped there. */
type WireEmbedding = { readonly model: string; readonly bytes: Uint8Array }
type WireFace = Omit<Face, 'embedding' | 'atTheDoor' | 'former'> & {
  readonly embedding?: WireEmbedding
  readonly atTheDoor?: WireEmbedding
  readonly former?: WireEmbedding
}

/** A reading as one process tells it to another. */
export type WireReading =
  | Extract<PhotoReading, { readonly readable: false }>
  | (Omit<Extract<PhotoReading, { readonly readable: true }>, 'faces'> & {
      readonly faces: readonly WireFace[]
    })

export const toWire = (reading: PhotoReading): WireReading =>
  reading.readable ? { ...reading, faces: reading.faces.map(faceToWire) } : reading

const faceToWire = ({ embedding, atTheDoor, former, ...face }: Face): WireFace => ({
  ...face,
  ...(embedding && { embedding: asBytes(embedding) }),
  ...(atTheDoor && { atTheDoor: asBytes(atTheDoor) }),
  ...(former && { former: asBytes(former) }),
})

const asBytes = ({ model, vector }: Embedding): WireEmbedding => ({
  model,
  bytes: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
})

/** The reading that was told; its embeddings are left in the message no more. */
export const fromWire = (told: WireReading): PhotoReading =>
  told.readable ? { ...told, faces: told.faces.map(faceFromWire) } : told

const faceFromWire = ({ embedding, atTheDoor, former, ...face }: WireFace): Face => ({
  ...face,
  ...(embedding && { embedding: taken(embedding) }),
  ...(atTheDoor && { atTheDoor: taken(atTheDoor) }),
  ...(former && { former: taken(former) }),
})

function taken({ model, bytes }: WireEmbedding): Embedding {
  const vector = new Float32Array(new Uint8Array(bytes).buffer)
  bytes.fill(0)
  return { model, vector }
}

/** Overwrites the embeddings of a reading that was told. */
export function wipeWire(told: WireReading): void {
  if (!told.readable) return
  for (const { embedding, atTheDoor, former } of told.faces) {
    embedding?.bytes.fill(0)
    atTheDoor?.bytes.fill(0)
    former?.bytes.fill(0)
  }
}
