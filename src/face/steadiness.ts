import { interEyeDistance } from './eyes.ts'
import { cropOfMesh, lookAt, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import type { Point, Purpose } from './types.ts'
import type { Pyramid } from './warp.ts'

/** Points around the mouth, on the nose, and the corners and lids of both eyes. */
const mouth = [61, 291, 0, 13, 14, 17, 78, 308, 37, 267, 84, 314]
const nose = [1, 2, 4, 98, 327, 5, 6]
const eyes = [33, 133, 362, 263, 159, 145, 386, 374]
/** The face is looked at again from further away and from nearer; two looks tell nearly as much as eleven. */
const [further, nearer] = [1.25, 0.85]
/**
 * Where nose and mouth stray no further beyond the eyes than this from further away, a second look would say the same: of three
 * probes in four, and of 1 masked face in 50 (docs/decisions/0142).
 */
const steady = { nose: 0.005, mouth: 0.02 }

/** How far points of the mesh move when the crop does, in distances between the eyes: root mean squares. */
export type Straying = {
  readonly mouth: number
  readonly nose: number
  readonly eyes: number
}

/**
 * The mesh model draws a mouth on a mask, a scarf or a hand too, but on each crop another one. So what is
 * covered shows by how far its points stray, compared with those of what can be seen. A probe is looked at once more only
 * where the first look leaves a doubt.
 */
export async function strayingOf(
  network: Network,
  pyramid: Pyramid,
  mesh: Mesh,
  purpose: Purpose,
): Promise<Straying> {
  const look = async (zoom: number) =>
    (await lookAt(network, pyramid, [cropOfMesh(mesh, zoom)]))[0] as Mesh
  const meshes = [mesh, await look(further)]
  if (purpose === 'probe') {
    const first = strayingAmong(meshes)
    const isSteady =
      first.nose - first.eyes <= steady.nose && first.mouth - first.eyes <= steady.mouth
    if (isSteady) return first
  }
  return strayingAmong([...meshes, await look(nearer)])
}

/** How far the points stray among some meshes of a face, of which the first tells its size. */
function strayingAmong(meshes: readonly Mesh[]): Straying {
  const [mesh] = meshes as [Mesh]
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
