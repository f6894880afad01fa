import { invert, type Similarity } from './geometry.ts'
import type { Image } from './image.ts'

/**
 * An image and its halves, quarters and so on, each made when first asked for: a reduction then
 * averages areas instead of skipping pixels, which would alias.
 */
export type Pyramid = { readonly levels: Image[] }

export const createPyramid = (image: Image): Pyramid => ({ levels: [image] })

function levelAt(pyramid: Pyramid, level: number): Image {
  for (let have = pyramid.levels.length; have <= level; have++)
    pyramid.levels.push(halve(pyramid.levels[have - 1] as Image))
  return pyramid.levels[level] as Image
}

/** Averages each 2 x 2 pixels; an odd last row or column is left out. */
function halve(image: Image): Image {
  const width = image.width >> 1
  const height = image.height >> 1
  const from = image.rgb
  const rgb = new Uint8Array(width * height * 3)
  const row = image.width * 3
  let at = 0
  // The three channels are written out, here and below: a loop over them doubles the time.
  for (let y = 0; y < height; y++) {
    let p = 2 * y * row
    let q = p + row
    for (let x = 0; x < width; x++, p += 6, q += 6, at += 3) {
      rgb[at] =
        ((from[p] as number) +
          (from[p + 3] as number) +
          (from[q] as number) +
          (from[q + 3] as number) +
          2) >>
        2
      rgb[at + 1] =
        ((from[p + 1] as number) +
          (from[p + 4] as number) +
          (from[q + 1] as number) +
          (from[q + 4] as number) +
          2) >>
        2
      rgb[at + 2] =
        ((from[p + 2] as number) +
          (from[p + 5] as number) +
          (from[q + 2] as number) +
          (from[q + 5] as number) +
          2) >>
        2
    }
  }
  return { width, height, rgb, reduction: image.reduction * 2 }
}

/** The level of a pyramid to cut a crop from, and by how much it is smaller than the image. */
export type Level = { readonly image: Image; readonly shrink: number }

/** The level that is still reduced by less than two where a pixel of the crop takes in `reduction` pixels. */
export function levelFor(pyramid: Pyramid, reduction: number): Level {
  const { width = 2, height = 2 } = pyramid.levels[0] ?? {}
  const smallest = Math.floor(Math.log2(Math.max(2, Math.min(width, height)))) - 1
  const level = Math.max(0, Math.min(smallest, Math.floor(Math.log2(reduction) + 0.25)))
  return { image: levelAt(pyramid, level), shrink: 2 ** level }
}

/**
 * Writes the colour at a place of the level into `crop` from `at` on: bilinear, black outside. Places are in
 * pixels of the level with centres on whole numbers: halves are taken off of what counts from the border.
 */
export function sample(
  { width, height, rgb }: Image,
  sx: number,
  sy: number,
  crop: Uint8Array,
  at: number,
): void {
  const x = Math.floor(sx)
  const y = Math.floor(sy)
  if (x < -1 || y < -1 || x >= width || y >= height) {
    crop[at] = crop[at + 1] = crop[at + 2] = 0
    return
  }
  const fx = sx - x
  const fy = sy - y
  const row = width * 3
  const left = (x < 0 ? 0 : x) * 3
  const right = (x + 1 >= width ? width - 1 : x + 1) * 3
  const top = (y < 0 ? 0 : y) * row
  const bottom = (y + 1 >= height ? height - 1 : y + 1) * row
  const [nw, ne, sw, se] = [top + left, top + right, bottom + left, bottom + right]
  const [gx, gy] = [1 - fx, 1 - fy]
  crop[at] =
    ((rgb[nw] as number) * gx + (rgb[ne] as number) * fx) * gy +
    ((rgb[sw] as number) * gx + (rgb[se] as number) * fx) * fy +
    0.5
  crop[at + 1] =
    ((rgb[nw + 1] as number) * gx + (rgb[ne + 1] as number) * fx) * gy +
    ((rgb[sw + 1] as number) * gx + (rgb[se + 1] as number) * fx) * fy +
    0.5
  crop[at + 2] =
    ((rgb[nw + 2] as number) * gx + (rgb[ne + 2] as number) * fx) * gy +
    ((rgb[sw + 2] as number) * gx + (rgb[se + 2] as number) * fx) * fy +
    0.5
}

/**
 * Cuts a square crop out of an image: `toCrop` maps pixels of the image to pixels of the crop. Writes side x
 * side x 3 bytes into `crop`, mirrored left to right when asked.
 */
export function warp(
  pyramid: Pyramid,
  toCrop: Similarity,
  side: number,
  crop: Uint8Array,
  mirrored = false,
): void {
  const fromCrop = invert(toCrop)
  const { image, shrink } = levelFor(pyramid, Math.hypot(fromCrop.a, fromCrop.b))
  // Pixel centres: a level's pixel i covers [i, i + 1) of its level, so halves are taken off and put on.
  const stepX = fromCrop.a / shrink
  const stepY = fromCrop.b / shrink
  for (let v = 0; v < side; v++) {
    let sx = (fromCrop.a * 0.5 - fromCrop.b * (v + 0.5) + fromCrop.tx) / shrink - 0.5
    let sy = (fromCrop.b * 0.5 + fromCrop.a * (v + 0.5) + fromCrop.ty) / shrink - 0.5
    for (let u = 0; u < side; u++, sx += stepX, sy += stepY)
      sample(image, sx, sy, crop, (v * side + (mirrored ? side - 1 - u : u)) * 3)
  }
}
