import { invert, type Similarity } from './geometry.ts'
import type { Image } from './image.ts'
import { takePixelMemory, type PixelMemory } from './pixel-memory.ts'

/**
 * An image and its halves, quarters and so on, each made when first asked for: a reduction then averages areas instead
 * of skipping pixels, which would alias. They lie in memory of WebAssembly, which cuts crops out of them ten times
 * as fast as JavaScript does (docs/decisions/0142).
 */
export type Pyramid = {
  /** The image that it was made of. */
  readonly image: Image
  readonly memory: PixelMemory
  /** Those that have been made, the image first. */
  readonly levels: Level[]
  /** Overwrites the photo and lets another one have the memory; no crop can be cut afterwards. */
  close(): void
}

/** One reduction of the image, `shrink` times smaller, and where its pixels are. */
export type Level = {
  readonly at: number
  readonly width: number
  readonly height: number
  readonly shrink: number
}

/** The largest crop that any model is fed with. */
const mostCropPx = 256
const cropBytes = mostCropPx ** 2 * 3
/** Behind the crop, the places that its pixels come from, where each is listed: two floats each. */
const placesAt = cropBytes + 64
const imageAt = placesAt + mostCropPx ** 2 * 8
/** What is read and written behind an end: see pixels.wat. */
const room = 64

export function createPyramid(image: Image): Pyramid {
  const { width, height, rgb } = image
  // Halves of halves add up to a third of the image.
  const memory = takePixelMemory(imageAt + Math.ceil((rgb.length * 4) / 3) + room)
  memory.bytes(imageAt, rgb.length).set(rgb)
  return {
    image,
    memory,
    levels: [{ at: imageAt, width, height, shrink: 1 }],
    close: () => memory.giveBack(),
  }
}

function levelAt({ levels, memory }: Pyramid, level: number): Level {
  for (let have = levels.length; have <= level; have++) {
    const { at, width, height, shrink } = levels[have - 1] as Level
    const next = at + width * height * 3
    memory.halve(at, width, height, next)
    levels.push({ at: next, width: width >> 1, height: height >> 1, shrink: shrink * 2 })
  }
  return levels[level] as Level
}

/** The level that is still reduced by less than two where a pixel of the crop takes in `reduction` pixels. */
export function levelFor(pyramid: Pyramid, reduction: number): Level {
  const { width, height } = pyramid.image
  const smallest = Math.floor(Math.log2(Math.max(2, Math.min(width, height)))) - 1
  const level = Math.max(0, Math.min(smallest, Math.floor(Math.log2(reduction) + 0.25)))
  return levelAt(pyramid, level)
}

/** From one pixel of a crop to the next: backwards where it is mirrored. */
const stepOf = (mirrored: boolean): number => (mirrored ? -3 : 3)

/**
 * Cuts a square crop out of an image: `toCrop` maps pixels of the image to pixels of the crop. Writes side x
 * side x 3 bytes into `crop`, mirrored left to right when asked: bilinear, black outside.
 */
export function warp(
  pyramid: Pyramid,
  toCrop: Similarity,
  side: number,
  crop: Uint8Array,
  mirrored = false,
): void {
  const { a, b, tx, ty } = invert(toCrop)
  const { at, width, height, shrink } = levelFor(pyramid, Math.hypot(a, b))
  const { memory } = pyramid
  // Pixel centres: a level's pixel i covers [i, i + 1) of its level, so halves are taken off and put on.
  const x = (a * 0.5 - b * 0.5 + tx) / shrink - 0.5
  const y = (b * 0.5 + a * 0.5 + ty) / shrink - 0.5
  memory.warp(at, width, height, x, y, a / shrink, b / shrink, side, 0, stepOf(mirrored))
  crop.set(memory.bytes(0, side * side * 3))
}

/** The same from places in the image that are listed, x and y for each pixel of the crop, row by row. */
export function gather(
  pyramid: Pyramid,
  reduction: number,
  side: number,
  crop: Uint8Array,
  mirrored: boolean,
  list: (places: Float32Array, shrink: number) => void,
): void {
  const { at, width, height, shrink } = levelFor(pyramid, reduction)
  const { memory } = pyramid
  list(memory.floats(placesAt, side * side * 2), shrink)
  memory.gather(at, width, height, placesAt, side, 0, stepOf(mirrored))
  crop.set(memory.bytes(0, side * side * 3))
}
