import type { FaceEngine } from '../face/index.ts'
import { soleFace, type SoleFace } from './sole-face.ts'

/**
 * Photos of one enrolment looked at at once: those of others, and whoever stands at the door, wait for two of
 * them and not for all twenty.
 */
const photosAtOnce = 2

/** What each photo of an enrolment shows, in their order. Rejects with the signal's reason once it is aborted. */
export async function lookAtPhotos(
  engine: FaceEngine,
  photos: readonly Uint8Array[],
  signal: AbortSignal | undefined,
): Promise<SoleFace[]> {
  const faces: SoleFace[] = []
  for (let first = 0; first < photos.length; first += photosAtOnce) {
    const batch = photos.slice(first, first + photosAtOnce)
    const looks = batch.map(async (photo) =>
      soleFace(await engine.look(photo, { purpose: 'template', signal }), 'template'),
    )
    faces.push(...(await Promise.all(looks)))
  }
  return faces
}
