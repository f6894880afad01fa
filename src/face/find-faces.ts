import { detect, suppress, type Detection } from './detect.ts'
import type { Network } from './runtime.ts'
import type { Pyramid } from './warp.ts'

/**
 * Finds the faces of a whole image: first in one view of all of it, then, where that shows none,
 * in four overlapping parts, in which a face may be half as large.
 */
export async function findFaces(network: Network, pyramid: Pyramid): Promise<Detection[]> {
  const { width, height } = pyramid.levels[0] ?? { width: 1, height: 1 }
  const size = Math.max(width, height)
  const whole = { x: (width - size) / 2, y: (height - size) / 2, size }
  const found = await detect(network, pyramid, whole)
  if (found.length > 0) return found
  return findInParts(network, pyramid, width, height)
}

/** Parts are this long, of the longer side: a face on the border of one is whole in another. */
const partSize = 0.6

async function findInParts(
  network: Network,
  pyramid: Pyramid,
  width: number,
  height: number,
): Promise<Detection[]> {
  const size = Math.max(width, height) * partSize
  const starts = (side: number) => (side <= size ? [(side - size) / 2] : [0, side - size])
  const found: Detection[] = []
  for (const y of starts(height))
    for (const x of starts(width)) found.push(...(await detect(network, pyramid, { x, y, size })))
  return suppress(found)
}
