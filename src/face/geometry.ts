import type { Box, Point } from './types.ts'

/**
 * A similarity transform: scale, rotation and shift, no shear, no mirror.
 * x' = a x - b y + tx, y' = b x + a y + ty.
 */
export type Similarity = {
  readonly a: number
  readonly b: number
  readonly tx: number
  readonly ty: number
}

export const apply = ({ a, b, tx, ty }: Similarity, { x, y }: Point): Point => ({
  x: a * x - b * y + tx,
  y: b * x + a * y + ty,
})

export function invert({ a, b, tx, ty }: Similarity): Similarity {
  const norm = a * a + b * b
  const [ia, ib] = [a / norm, -b / norm]
  return { a: ia, b: ib, tx: -(ia * tx - ib * ty), ty: -(ib * tx + ia * ty) }
}

/** The transform that does `first`, then `then`. */
export function chain(first: Similarity, then: Similarity): Similarity {
  const shift = apply(then, { x: first.tx, y: first.ty })
  return {
    a: then.a * first.a - then.b * first.b,
    b: then.b * first.a + then.a * first.b,
    tx: shift.x,
    ty: shift.y,
  }
}

/**
 * The similarity transform that brings `from` nearest to `to` in the least squares sense
 * (Umeyama 1991, doi:10.1109/34.88573, in two dimensions, where it has this closed form).
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const centre = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
    y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
  })
  const c = centre(from)
  const d = centre(to)
  let dot = 0
  let cross = 0
  let norm = 0
  from.forEach((p, i) => {
    const q = to[i] ?? d
    const [px, py, qx, qy] = [p.x - c.x, p.y - c.y, q.x - d.x, q.y - d.y]
    dot += px * qx + py * qy
    cross += px * qy - py * qx
    norm += px * px + py * py
  })
  const a = dot / norm
  const b = cross / norm
  return { a, b, tx: d.x - (a * c.x - b * c.y), ty: d.y - (b * c.x + a * c.y) }
}

export const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y)

export const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 })

export const area = (box: Box): number => Math.max(0, box.width) * Math.max(0, box.height)

/** The part that two boxes share, as a box; its area is 0 where they do not meet. */
export function overlap(p: Box, q: Box): Box {
  const x = Math.max(p.x, q.x)
  const y = Math.max(p.y, q.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(p.x + p.width, q.x + q.width) - x),
    height: Math.max(0, Math.min(p.y + p.height, q.y + q.height) - y),
  }
}

/** Shared area over joint area, 0 to 1. */
export function intersectionOverUnion(p: Box, q: Box): number {
  const shared = area(overlap(p, q))
  const joint = area(p) + area(q) - shared
  return joint > 0 ? shared / joint : 0
}

/** The smallest upright box around points. */
export function boxAround(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
