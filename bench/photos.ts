import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { folderOf } from './peers/tensorflow.ts'

/** Sample photos with a face that come inside a package, so that a fresh clone can measure. */
export const samplePhotos = (): string[] =>
  globSync(join(folderOf('@vladmandic/face-api'), 'demo/sample*.jpg')).sort()

/** The photos of a folder and of the folders in it. */
export const photosIn = (folder: string): string[] =>
  globSync(join(folder, '**/*.{jpg,jpeg,png,webp}')).sort()

/** A photo as a webcam of 1280 x 720 would have sent it. */
export const asWebcamJpeg = (path: string): Promise<Buffer> =>
  sharp(readFileSync(path))
    .autoOrient()
    .resize({ width: 1280, height: 720, fit: 'contain', background: '#777' })
    .jpeg({ quality: 92 })
    .toBuffer()
