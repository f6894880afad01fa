import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { portrait } from '../test/portraits.ts'

/** Photos of one person each that come inside a package, so that a fresh clone can measure. */
export const samplePhotos = (): Promise<Buffer[]> =>
  Promise.all((['ana', 'bo', 'cy', 'dee', 'stranger'] as const).map((person) => portrait(person)))

/** The photos of a folder and of the folders in it. */
export const photosIn = (folder: string): string[] =>
  globSync(join(folder, '**/*.{jpg,jpeg,png,webp,pgm}')).sort()

/** A photo as a webcam of 1280 x 720 would have sent it. */
export const asWebcamJpeg = (photo: Buffer): Promise<Buffer> =>
  sharp(photo)
    .autoOrient()
    .resize({ width: 1280, height: 720, fit: 'contain', background: '#777' })
    .jpeg({ quality: 92 })
    .toBuffer()

/** A photo's bytes; a PGM, which our decoder does not read, becomes a PNG of the same pixels. */
export async function readPhoto(path: string): Promise<Buffer> {
  const bytes = readFileSync(path)
  if (!path.endsWith('.pgm')) return bytes
  const header = /^P5\s+(?:#[^\n]*\n\s*)*(\d+)\s+(\d+)\s+255\s/.exec(
    bytes.toString('latin1', 0, 256),
  )
  if (!header) throw new Error(`${path} is not a binary PGM of 8 bits`)
  const [width, height] = [Number(header[1]), Number(header[2])]
  return sharp(bytes.subarray(header[0].length), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}
