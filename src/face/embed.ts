import { align, type Alignment } from './align.ts'
import { bend } from './bend.ts'
import { turnToFront } from './frontal.ts'
import { chain, type Similarity } from './geometry.ts'
import type { Mesh } from './landmarks.ts'
import type { ModelCard } from './models/manifest.ts'
import type { Network } from './runtime.ts'
import { warp, type Pyramid } from './warp.ts'

/** A small change to an aligned crop, about its centre. */
export type Variant = {
  readonly mirrored: boolean
  readonly turnDegrees: number
  /** Room around the mean face, in parts of its size. */
  readonly padding: number
  /** How far the head is turned towards the camera, 0 (as it is) to 1 (all the way). */
  readonly frontal: number
}

export const plain = (padding: number): Variant => ({
  mirrored: false,
  turnDegrees: 0,
  padding,
  frontal: 0,
})

export const turned = (variant: Variant, turnDegrees: number): Variant => ({
  ...variant,
  turnDegrees,
})

export const frontal = (variant: Variant, share: number): Variant => ({
  ...variant,
  frontal: share,
})

export const mirrored = (variant: Variant): Variant => ({ ...variant, mirrored: true })

/**
 * The mean descriptor of a face over several crops, for each of some sets of them: small changes of the crop move a
 * descriptor at random, and the mean of several moves less. A crop that is in two sets is looked at once.
 */
export async function describe(
  network: Network,
  { card, alignment }: { readonly card: ModelCard; readonly alignment: Alignment },
  pyramid: Pyramid,
  mesh: Mesh,
  sets: readonly (readonly Variant[])[],
): Promise<Float32Array[]> {
  const places = new Map<string, number>()
  const variants: Variant[] = []
  const rowsOf = sets.map((set) =>
    set.map((variant) => {
      const key = JSON.stringify(variant)
      const place = places.get(key) ?? variants.push(variant) - 1
      places.set(key, place)
      return place
    }),
  )
  const side = card.inputPx
  const size = side * side * 3
  const crops = new Uint8Array(variants.length * size)
  variants.forEach((variant, i) => {
    const crop = crops.subarray(i * size, (i + 1) * size)
    const shape = variant.frontal === 0 ? mesh : turnToFront(mesh, variant.frontal)
    const toCrop = chain(align(shape, alignment, side, variant.padding), change(variant, side))
    if (shape === mesh) warp(pyramid, toCrop, side, crop, variant.mirrored)
    else bend(pyramid, { from: mesh, to: shape }, toCrop, side, crop, variant.mirrored)
  })
  const [rows] = (await network.run(crops, variants.length)) as [Float32Array]
  const length = rows.length / variants.length
  return rowsOf.map((own) =>
    meanOf(own.map((row) => rows.subarray(row * length, (row + 1) * length))),
  )
}

function change({ turnDegrees }: Variant, side: number): Similarity {
  const angle = (turnDegrees / 180) * Math.PI
  const a = Math.cos(angle)
  const b = Math.sin(angle)
  const c = side / 2
  return { a, b, tx: c - (a * c - b * c), ty: c - (b * c + a * c) }
}

function meanOf(rows: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(rows[0]?.length ?? 0)
  for (const row of rows)
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] as number) + (row[at] as number) / rows.length
  return mean
}
