import { apply, invert, type Similarity } from './geometry.ts'
import type { Mesh } from './landmarks.ts'
import { gather, type Pyramid } from './warp.ts'

/** Shifts are worked out on a grid of this many cells a side, and linear between. */
const cells = 16
/** Points nearer than this share of the crop's side weigh alike: what is smaller would wrinkle the face. */
const softness = 0.06

/** Two shapes of one face, point by point. */
type Bending = { readonly from: Mesh; readonly to: Mesh }

/**
 * Cuts a square crop as `warp` does, out of an image that is bent so that the points of one mesh come to lie
 * where another has them: `toCrop` maps that other one's pixels to the crop's. Between the points shifts are
 * averaged by distance (Shepard 1968, doi:10.1145/800186.810616), which tears nothing where a cheek hides
 * what is behind it.
 */
export function bend(
  pyramid: Pyramid,
  bending: Bending,
  toCrop: Similarity,
  side: number,
  crop: Uint8Array,
  mirrored = false,
): void {
  const nodes = placesOf(bending, toCrop, side)
  const reduction = 1 / Math.hypot(toCrop.a, toCrop.b)
  gather(pyramid, reduction, side, crop, mirrored, (places, shrink) => {
    const perPixel = cells / side
    let at = 0
    for (let v = 0; v < side; v++) {
      const row = Math.floor((v + 0.5) * perPixel)
      const down = (v + 0.5) * perPixel - row
      for (let u = 0; u < side; u++) {
        const column = Math.floor((u + 0.5) * perPixel)
        const across = (u + 0.5) * perPixel - column
        const node = 2 * (row * (cells + 1) + column)
        places[at++] = between(nodes, node, across, down) / shrink - 0.5
        places[at++] = between(nodes, node + 1, across, down) / shrink - 0.5
      }
    }
  })
}

/** Where in the image each node of the grid over the crop comes from: x and y, row by row. */
function placesOf({ from, to }: Bending, toCrop: Similarity, side: number): Float32Array {
  const fromCrop = invert(toCrop)
  const soft = (softness * side) ** 2 / (toCrop.a ** 2 + toCrop.b ** 2)
  const [sources, targets] = [numbersOf(from), numbersOf(to)]
  const places = new Float32Array(2 * (cells + 1) ** 2)
  for (let node = 0; node < places.length; node += 2) {
    const [row, column] = [Math.floor(node / 2 / (cells + 1)), (node / 2) % (cells + 1)]
    const { x, y } = apply(fromCrop, { x: (column * side) / cells, y: (row * side) / cells })
    let [weights, shiftX, shiftY] = [0, 0, 0]
    for (let i = 0; i < targets.length; i += 2) {
      const dx = x - (targets[i] as number)
      const dy = y - (targets[i + 1] as number)
      const squared = dx * dx + dy * dy + soft
      const weight = 1 / (squared * squared)
      weights += weight
      shiftX += weight * ((sources[i] as number) - (targets[i] as number))
      shiftY += weight * ((sources[i + 1] as number) - (targets[i + 1] as number))
    }
    places[node] = x + shiftX / weights
    places[node + 1] = y + shiftY / weights
  }
  return places
}

/** x and y of each point, one after the other: the loop over them is long. */
function numbersOf({ points }: Mesh): Float64Array {
  const numbers = new Float64Array(2 * points.length)
  points.forEach(({ x, y }, i) => {
    numbers[2 * i] = x
    numbers[2 * i + 1] = y
  })
  return numbers
}

/** Linear between the four nodes of a cell. */
function between(nodes: Float32Array, node: number, across: number, down: number): number {
  const below = node + 2 * (cells + 1)
  const top = (nodes[node] as number) * (1 - across) + (nodes[node + 2] as number) * across
  const bottom = (nodes[below] as number) * (1 - across) + (nodes[below + 2] as number) * across
  return top * (1 - down) + bottom * down
}
