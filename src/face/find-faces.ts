import { detect, suppress, type Detection, type Window } from './detect.ts'
import { area } from './geometry.ts'
import { findMesh, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import type { Pyramid } from './warp.ts'

/** A face that both the detector and the mesh model are sure of. */
export type FoundFace = { readonly mesh: Mesh; readonly confidence: number }

/**
 * The two models must agree: a sure detector wants a mesh at all, an unsure one wants a sure mesh. On
 * photos of scenes and animals the strongest detection was .68 with a presence of .998; on photos of
 * people presence is above .999 nearly always (`npm run bench:robustness`).
 */
const sureConfidence = 0.7
const minPresence = 0.5
const surePresence = 0.999
/** More faces than this are counted by nobody. */
const maxFaces = 16

export type FaceFinder = {
  readonly detector: Network
  readonly mesher: Network
  /** Told when detection ends and landmarks begin, and so on; for measuring. */
  readonly timed: <T>(stage: 'detect' | 'landmarks', work: () => Promise<T>) => Promise<T>
}

/**
 * Finds the faces of an image, largest first: in one view of all of it; where that shows none, in
 * overlapping parts, in which a face may be half as large; and then in views turned by a quarter and a
 * half, for photos that lie on their side without saying so.
 */
export async function findFaces(finder: FaceFinder, pyramid: Pyramid): Promise<FoundFace[]> {
  for (const views of viewsOf(pyramid)) {
    const detections = await finder.timed('detect', () => detectIn(finder.detector, pyramid, views))
    const found = await finder.timed('landmarks', () => confirm(finder.mesher, pyramid, detections))
    if (found.length > 0) return found
  }
  return []
}

/** Parts are this long, of the longer side: a face on the border of one is whole in another. */
const partSize = 0.6

function viewsOf(pyramid: Pyramid): Window[][] {
  const { width, height } = pyramid.levels[0] ?? { width: 1, height: 1 }
  const size = Math.max(width, height)
  const whole = { x: (width - size) / 2, y: (height - size) / 2, size, turnDegrees: 0 }
  const part = size * partSize
  const starts = (side: number) => (side <= part ? [(side - part) / 2] : [0, side - part])
  const parts = starts(height).flatMap((y) =>
    starts(width).map((x) => ({ x, y, size: part, turnDegrees: 0 })),
  )
  return [[whole], parts, [180, 90, 270].map((turnDegrees) => ({ ...whole, turnDegrees }))]
}

async function detectIn(
  detector: Network,
  pyramid: Pyramid,
  views: readonly Window[],
): Promise<Detection[]> {
  const found: Detection[] = []
  for (const view of views) found.push(...(await detect(detector, pyramid, view)))
  return views.length > 1 ? suppress(found) : found
}

async function confirm(
  mesher: Network,
  pyramid: Pyramid,
  detections: readonly Detection[],
): Promise<FoundFace[]> {
  const largestFirst = [...detections].sort((p, q) => area(q.box) - area(p.box)).slice(0, maxFaces)
  const found: FoundFace[] = []
  for (const detection of largestFirst) {
    const mesh = await findMesh(mesher, pyramid, detection)
    const { confidence } = detection
    const wanted = confidence >= sureConfidence ? minPresence : surePresence
    if (mesh.presence >= wanted) found.push({ mesh, confidence })
  }
  return found
}
