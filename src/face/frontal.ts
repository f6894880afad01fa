import { meshPoint, type Mesh } from './landmarks.ts'

/** A direction or a place in three dimensions, as the points of a mesh. */
type Vector = Mesh['points'][number]

/**
 * The same face turned towards the camera by a share of the way, 0 to 1: each point of the mesh where it would
 * stand then. The head's axes are the lines between the cheeks and from forehead to chin; a tilt to the side
 * stays, since alignment takes it off anyway.
 */
export function turnToFront({ points, presence }: Mesh, share: number): Mesh {
  const at = (name: keyof typeof meshPoint): Vector => points[meshPoint[name]] ?? origin
  const [right, left] = [at('rightCheek'), at('leftCheek')]
  const x = unit(sum([1, left], [-1, right]))
  const y = unitAcross(sum([1, at('chin')], [-1, at('forehead')]), x)
  const z = cross(x, y)

  const level = unit({ ...x, z: 0 })
  const upright = { x: -level.y, y: level.x, z: 0 }
  const toX = unit(sum([1 - share, x], [share, level]))
  const toY = unitAcross(sum([1 - share, y], [share, upright]), toX)
  const toZ = cross(toX, toY)

  const middle = sum([0.5, left], [0.5, right])
  const turned = points.map((point) => {
    const [u, v, w] = [
      dot(point, x) - dot(middle, x),
      dot(point, y) - dot(middle, y),
      dot(point, z) - dot(middle, z),
    ]
    return {
      x: middle.x + u * toX.x + v * toY.x + w * toZ.x,
      y: middle.y + u * toX.y + v * toY.y + w * toZ.y,
      z: middle.z + u * toX.z + v * toY.z + w * toZ.z,
    }
  })
  return { points: turned, presence }
}

const origin: Vector = { x: 0, y: 0, z: 0 }
const dot = (p: Vector, q: Vector): number => p.x * q.x + p.y * q.y + p.z * q.z
const sum = (...terms: (readonly [number, Vector])[]): Vector => ({
  x: terms.reduce((total, [factor, { x }]) => total + factor * x, 0),
  y: terms.reduce((total, [factor, { y }]) => total + factor * y, 0),
  z: terms.reduce((total, [factor, { z }]) => total + factor * z, 0),
})
const unit = (p: Vector): Vector => sum([1 / Math.sqrt(dot(p, p)), p])
/** What of `p` is across `axis`, to length 1. */
const unitAcross = (p: Vector, axis: Vector): Vector => unit(sum([1, p], [-dot(p, axis), axis]))
const cross = (p: Vector, q: Vector): Vector => ({
  x: p.y * q.z - p.z * q.y,
  y: p.z * q.x - p.x * q.z,
  z: p.x * q.y - p.y * q.x,
})
