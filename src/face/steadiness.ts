import { interEyeDistance } from './eyes.ts'
import { cropOfMesh, lookAt, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import type { Point } from './types.ts'
import type { Pyramid } from './warp.ts'

/** Points around the mouth, on the nose, and the corners and lids of both eyes. */
const mouth = [61, 291, 0, 13, 14, 17, 78, 308, 37, 267, 84, 314]
const nose = [1, 2, 4, 98, 327, 5, 6]
const eyes = [33, 133, 362, 263, 159, 145, 386, 374]
/** The face is looked at again from further away and from nearer; two looks tell nearly as much as eleven. */
const zooms = [1.25, 0.85]

/** How far points of the mesh move when the crop does, in distances between the eyes: root mean squares. */
export type Straying = {
  readonly mouth: number
  readonly nose: number
  readonly eyes: number
}

/**
 * The mesh model draws a mouth on a mask, a scarf or a hand too, but on each crop another one. So what is
 * covered shows by how far its points stray, compared with those of what can be seen.
 */
export async function strayingOf(
  network: Network,
  pyramid: Pyramid,
  mesh: Mesh,
): Promise<Straying> {
  const again = await lookAt(
    network,
    pyramid,
    zooms.map((zoom) => cropOfMesh(mesh, zoom)),
  )
  const meshes = [mesh, ...again]
  const unit = interEyeDistance(mesh)
  const stray = (points: readonly number[]) => {
    let squares = 0
    for (const index of points) {
      const seen = meshes.map((one) => one.points[index] as Point)
      const x = seen.reduce((sum, p) => sum + p.x, 0) / seen.length
      const y = seen.reduce((sum, p) => sum + p.y, 0) / seen.length
      for (const p of seen) squares += (p.x - x) ** 2 + (p.y - y) ** 2
    }
    return Math.sqrt(squares / (points.length * meshes.length)) / unit
  }
  return { mouth: stray(mouth), nose: stray(nose), eyes: stray(eyes) }
}
