import { detect, suppress, type Detection, type Window } from './detect.ts'
import { area, boxAround, intersectionOverUnion, overlap } from './geometry.ts'
import { findMesh, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import type { Pyramid } from './warp.ts'

/** A face that both the detector and the mesh model are sure of. */
export type FoundFace = { readonly mesh: Mesh; readonly confidence: number }

/**
 * The two models must agree. A sure detector wants a mesh at all, and a very sure mesh needs no sure detector;
 * between the two the detector looks again. On photos of scenes and animals the strongest detection was .68
 * with a presence of .998, and .63 on a second look; the least of 3,074 portraits reached .75 on that look
 * (`npm run bench:robustness`, `npm run bench:accuracy`).
 */
const sureConfidence = 0.7
const minPresence = 0.5
const surePresence = 0.999
/** A second look takes in this many times the face's box, as it stands and turned either way. */
const secondLook = { size: 3, turnsDegrees: [0, 12, -12] }
/**
 * Where more than this share of a face lies in that of a surer one, and the detector is not sure of it, both are
 * one: of a face that fills the photo it also sees parts. Such echoes had .50 to .64 on 66 cuts of the sample photos.
 */
const echoOverlap = 0.5
/** More faces than this are counted by nobody. */
const maxFaces = 16

export type FaceFinder = {
  readonly detector: Network
  readonly mesher: Network
  /** Told when detection ends and landmarks begin, and so on; for measuring. */
  readonly timed: <T>(stage: 'detect' | 'landmarks', work: () => Promise<T>) => Promise<T>
}

/**
 * Finds the faces of an image, largest first: in one view of all of it; where that shows none, in one from
 * further away, for a face that fills the photo; in overlapping parts, in which a face may be half as large;
 * and in views turned by a quarter and a half, for photos that lie on their side without saying so.
 */
export async function findFaces(finder: FaceFinder, pyramid: Pyramid): Promise<FoundFace[]> {
  for (const views of viewsOf(pyramid)) {
    const detections = await finder.timed('detect', () => detectIn(finder.detector, pyramid, views))
    const found = await finder.timed('landmarks', () => confirm(finder, pyramid, detections))
    if (found.length > 0) return found
  }
  return []
}

/** Parts are this long, of the longer side: a face on the border of one is whole in another. */
const partSize = 0.6

function viewsOf(pyramid: Pyramid): Window[][] {
  const { width, height } = pyramid.image
  const size = Math.max(width, height)
  const whole = { x: (width - size) / 2, y: (height - size) / 2, size, turnDegrees: 0 }
  const part = size * partSize
  const starts = (side: number) => (side <= part ? [(side - part) / 2] : [0, side - part])
  const parts = starts(height).flatMap((y) =>
    starts(width).map((x) => ({ x, y, size: part, turnDegrees: 0 })),
  )
  return [
    [whole],
    [fromAfar(whole)],
    parts,
    [180, 90, 270].map((turnDegrees) => ({ ...whole, turnDegrees })),
  ]
}

/** The same view with empty space around it: a face that fills the whole photo is found like that. */
function fromAfar({ x, y, size, turnDegrees }: Window): Window {
  const wider = size * 1.6
  const edge = (wider - size) / 2
  return { x: x - edge, y: y - edge, size: wider, turnDegrees }
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
  finder: FaceFinder,
  pyramid: Pyramid,
  detections: readonly Detection[],
): Promise<FoundFace[]> {
  const largestFirst = [...detections].sort((p, q) => area(q.box) - area(p.box)).slice(0, maxFaces)
  const found: FoundFace[] = []
  for (const detection of largestFirst) {
    const mesh = await findMesh(finder.mesher, pyramid, detection)
    if (mesh.presence < minPresence) continue
    const { confidence } = detection
    const sure =
      confidence >= sureConfidence ||
      mesh.presence >= surePresence ||
      (await lookAgain(finder.detector, pyramid, detection)) >= sureConfidence
    if (sure) found.push({ mesh, confidence })
  }
  return withoutEchoes(found)
}

function withoutEchoes(found: readonly FoundFace[]): FoundFace[] {
  const boxes = new Map(found.map((face) => [face, boxAround(face.mesh.points)]))
  const shareIn = (face: FoundFace, other: FoundFace): number => {
    const [box, around] = [boxes.get(face), boxes.get(other)]
    return box && around ? area(overlap(box, around)) / area(box) : 0
  }
  return found.filter(
    (face) =>
      face.confidence >= sureConfidence ||
      !found.some(
        (other) => other.confidence > face.confidence && shareIn(face, other) > echoOverlap,
      ),
  )
}

/** The middle one of what the detector says to three closer views; 0 where it finds nothing. */
async function lookAgain(detector: Network, pyramid: Pyramid, { box }: Detection): Promise<number> {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const size = Math.max(box.width, box.height) * secondLook.size
  const corner = { x: centre.x - size / 2, y: centre.y - size / 2 }
  const confidences: number[] = []
  for (const turnDegrees of secondLook.turnsDegrees) {
    const found = await detect(detector, pyramid, { ...corner, size, turnDegrees })
    const same = found.filter((other) => intersectionOverUnion(other.box, box) > 0)
    confidences.push(Math.max(0, ...same.map(({ confidence }) => confidence)))
  }
  return confidences.sort((a, b) => a - b)[1] ?? 0
}
