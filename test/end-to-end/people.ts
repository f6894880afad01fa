import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Sample photos that come with a package that we depend on. */
const samples = 'node_modules/@vladmandic/face-api/demo'

/** Where to find one person in one of the samples: the middle of the face and its height, in pixels. */
type Place = {
  readonly sample: number
  readonly x: number
  readonly y: number
  readonly face: number
  /** By how many degrees the photo is turned clockwise, to straighten the head. */
  readonly turn?: number
}

const places = {
  alix: { sample: 3, x: 1181, y: 371, face: 265 },
  /** The same person on another day. */
  alixElsewhere: { sample: 1, x: 1571, y: 330, face: 240, turn: -38 },
  nora: { sample: 6, x: 770, y: 492, face: 256 },
  stranger: { sample: 5, x: 481, y: 1031, face: 270 },
} as const satisfies Record<string, Place>

export type Person = keyof typeof places

/** A JPEG of one person alone: `tall` is the height of the photo in heights of the face, `light` 1 leaves it as it is. */
export async function photoOf(
  person: Person,
  { tall = 2, light = 1 }: { tall?: number; light?: number } = {},
): Promise<Buffer> {
  const { sample, x, y, face, turn = 0 }: Place = places[person]
  const path = join(samples, `sample${sample}.jpg`)
  const { width, height } = await sharp(await readFile(path)).metadata()
  const side = Math.round(face * tall)
  const left = Math.max(0, Math.round(x - side / 2))
  const top = Math.max(0, Math.round(y - side / 2))
  return sharp(await readFile(path))
    .extract({
      left,
      top,
      width: Math.min(side, width - left),
      height: Math.min(side, height - top),
    })
    .modulate({ brightness: light })
    .rotate(turn)
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A JPEG of several people. */
export const groupPhoto = (): Promise<Buffer> => readFile(join(samples, 'sample6.jpg'))

/** A PNG of a wall. */
export const emptyPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#9aa5a8' } })
    .png()
    .toBuffer()
