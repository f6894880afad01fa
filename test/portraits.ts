import { readFileSync } from 'node:fs'
import sharp from 'sharp'

/** Where single people stand in the group photos that come with face-api. */
const places = {
  ana: { file: 'sample3.jpg', left: 498, top: 240, width: 400, height: 471 },
  bo: { file: 'sample5.jpg', left: 266, top: 774, width: 430, height: 514 },
  cy: { file: 'sample6.jpg', left: 566, top: 249, width: 409, height: 487 },
  dee: { file: 'sample3.jpg', left: 970, top: 130, width: 420, height: 480 },
  deeElsewhere: { file: 'sample1.jpg', left: 1380, top: 130, width: 380, height: 400 },
  stranger: { file: 'sample4.jpg', left: 1174, top: 72, width: 359, height: 408 },
} as const

export type Person = keyof typeof places

const folder = 'node_modules/@vladmandic/face-api/demo'

/** A photo that shows three people, as it comes. */
export const groupPhoto = (): Buffer => readFileSync(`${folder}/sample3.jpg`)

/** One person, cut out of a group photo. */
export async function portrait(person: Person, turnDegrees = 0): Promise<Buffer> {
  const { file, ...region } = places[person]
  const cut = sharp(readFileSync(`${folder}/${file}`)).extract(region)
  return sharp(await cut.png().toBuffer())
    .rotate(turnDegrees)
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The same person as another camera might show them: darker, smaller, compressed more. */
export async function otherPortrait(person: Person): Promise<Buffer> {
  const { width } = places[person]
  return sharp(await portrait(person))
    .modulate({ brightness: 0.85 })
    .resize({ width: Math.round(width * 0.8) })
    .jpeg({ quality: 75 })
    .toBuffer()
}
