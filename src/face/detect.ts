import { apply, area, intersectionOverUnion, invert, type Similarity } from './geometry.ts'
import { blazeface } from './models/manifest.ts'
import type { Network } from './runtime.ts'
import type { Box, Point } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** A face as the detector sees it, in pixels of the image. */
export type Detection = {
  readonly box: Box
  readonly confidence: number
  /** Right eye, left eye (the subject's), nose tip, mouth, right ear, left ear. */
  readonly keyPoints: readonly Point[]
}

/** Detections below this confidence are nothing; measured on photos without a face. */
export const minConfidence = 0.5
/** Boxes that share more than this are of one face (MediaPipe's setting). */
const sameFaceOverlap = 0.3

const side = blazeface.inputPx
/** Grids of the two anchor layers: cells a side, anchors a cell (MediaPipe's SSD anchors, fixed size 1). */
const grids = [
  { cells: 16, perCell: 2 },
  { cells: 8, perCell: 6 },
]
/** Numbers an anchor: centre, size, six key points. */
const boxLength = 16
const keyPointCount = 6

const anchors: readonly Point[] = grids.flatMap(({ cells, perCell }) =>
  Array.from({ length: cells * cells * perCell }, (_, i) => {
    const cell = Math.floor(i / perCell)
    const stride = side / cells
    return { x: ((cell % cells) + 0.5) * stride, y: (Math.floor(cell / cells) + 0.5) * stride }
  }),
)

/** A part of the image to look at: a square, `size` pixels a side, its corner at (x, y), turned about its middle. */
export type Window = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly turnDegrees: number
}

/**
 * Finds faces in one square window with BlazeFace (https://arxiv.org/abs/1907.05047), strongest first.
 * Faces narrower than about a sixteenth of the window are missed.
 */
export async function detect(
  network: Network,
  pyramid: Pyramid,
  window: Window,
): Promise<Detection[]> {
  const toCrop = cropOf(window)
  const crop = new Uint8Array(side * side * 3)
  warp(pyramid, toCrop, side, crop)
  const outputs = await network.run(crop, 1)
  return suppress(decodeAnchors(outputs, invert(toCrop)))
}

function cropOf({ x, y, size, turnDegrees }: Window): Similarity {
  const scale = side / size
  const angle = (turnDegrees / 180) * Math.PI
  const a = scale * Math.cos(angle)
  const b = scale * Math.sin(angle)
  const centre = { x: x + size / 2, y: y + size / 2 }
  return {
    a,
    b,
    tx: side / 2 - (a * centre.x - b * centre.y),
    ty: side / 2 - (b * centre.x + a * centre.y),
  }
}

function decodeAnchors(outputs: readonly Float32Array[], toImage: Similarity): Detection[] {
  const [nearLogits, nearBoxes, farLogits, farBoxes] = outputs as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const found: Detection[] = []
  anchors.forEach((anchor, i) => {
    const far = i >= nearLogits.length
    const index = far ? i - nearLogits.length : i
    const confidence = 1 / (1 + Math.exp(-((far ? farLogits : nearLogits)[index] as number)))
    if (confidence < minConfidence) return
    const numbers = (far ? farBoxes : nearBoxes).subarray(
      index * boxLength,
      (index + 1) * boxLength,
    )
    const [dx = 0, dy = 0, width = 0, height = 0] = numbers
    const at = (x: number, y: number) => apply(toImage, { x: anchor.x + x, y: anchor.y + y })
    const scale = Math.hypot(toImage.a, toImage.b)
    const centre = at(dx, dy)
    const size = { width: width * scale, height: height * scale }
    found.push({
      box: { x: centre.x - size.width / 2, y: centre.y - size.height / 2, ...size },
      confidence,
      keyPoints: Array.from({ length: keyPointCount }, (_, k) =>
        at(numbers[4 + 2 * k] as number, numbers[5 + 2 * k] as number),
      ),
    })
  })
  return found
}

/**
 * Keeps one detection a face: the mean of all that overlap with the strongest, weighted by confidence
 * (blending instead of plain suppression, as the BlazeFace paper proposes).
 */
export function suppress(found: readonly Detection[]): Detection[] {
  const waiting = [...found].sort((p, q) => q.confidence - p.confidence)
  const kept: Detection[] = []
  for (let best = waiting.shift(); best; best = waiting.shift()) {
    const box = best.box
    const same = [best]
    for (let i = waiting.length - 1; i >= 0; i--) {
      const other = waiting[i] as Detection
      if (isSameFace(box, other.box)) same.push(...waiting.splice(i, 1))
    }
    kept.push(blend(best, same))
  }
  return kept
}

function isSameFace(p: Box, q: Box): boolean {
  return intersectionOverUnion(p, q) > sameFaceOverlap && area(q) > 0
}

function blend(best: Detection, same: readonly Detection[]): Detection {
  const total = same.reduce((sum, { confidence }) => sum + confidence, 0)
  const mean = (pick: (d: Detection) => number) =>
    same.reduce((sum, d) => sum + pick(d) * d.confidence, 0) / total
  return {
    confidence: best.confidence,
    box: {
      x: mean((d) => d.box.x),
      y: mean((d) => d.box.y),
      width: mean((d) => d.box.width),
      height: mean((d) => d.box.height),
    },
    keyPoints: best.keyPoints.map((_, k) => ({
      x: mean((d) => d.keyPoints[k]?.x ?? 0),
      y: mean((d) => d.keyPoints[k]?.y ?? 0),
    })),
  }
}
