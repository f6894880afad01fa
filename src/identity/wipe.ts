import type { Embedding } from '../face/index.ts'
import type { SoleFace } from './sole-face.ts'

/** Overwrites vectors that are needed no more: memory that is given back keeps what was in it. */
export function wipe(embeddings: readonly Embedding[]): void {
  for (const { vector } of embeddings) vector.fill(0)
}

/** The same with what photos showed, once it is decided about them. */
export function wipeFaces(faces: readonly SoleFace[]): void {
  for (const face of faces)
    if (face.outcome === 'usable')
      wipe([face.embedding, face.atTheDoor, ...(face.former ? [face.former] : [])])
}
