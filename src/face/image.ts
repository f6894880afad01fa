import sharp, { type Metadata } from 'sharp'
import { signatureOf } from './signature.ts'
import type { UnreadableReason } from './types.ts'

/** Pixels of a photo as a person sees it: RGB bytes, row by row, 3 x width x height of them. */
export type Image = {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  /** The photo's own width divided by this image's: 1 unless the photo was too large to look at whole. */
  readonly reduction: number
}

export type Decoding =
  | { readonly readable: true; readonly image: Image }
  | { readonly readable: false; readonly reason: UnreadableReason }

/** Ten megabytes: a phone's best JPEG is smaller. */
export const maxBytes = 10 * 1024 * 1024
const megapixel = 1_000_000
/**
 * The most pixels of each format, by what its decoder takes at that size, measured on noise
 * (docs/decisions/0072): a JPEG is read reduced, row by row, in 35 MB; a progressive one is held whole, 4 MB a
 * megapixel; an AVIF takes 25 MB and, in 10 bits, 0.1 to 0.2 s of a processor a megapixel.
 */
const maxPixels = {
  jpeg: 210 * megapixel,
  progressiveJpeg: 60 * megapixel,
  png: 40 * megapixel,
  webp: 40 * megapixel,
  heif: 16 * megapixel,
} as const
/**
 * Longer sides are reduced to this. A face that fills a tenth of the width still has its 150 pixels,
 * all that the embedding looks at.
 */
const maxSidePx = 1920
// The decoders are the largest attack surface: everything but the formats above is switched off
// inside libvips too, whatever a file pretends to be (https://sharp.pixelplumbing.com/security).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

const refuse = (reason: UnreadableReason): Decoding => ({ readable: false, reason })

/**
 * Decodes a photo: JPEG, PNG, WebP, AVIF; any EXIF orientation, grayscale, CMYK, 16 bit, transparency (laid
 * on grey). Never throws for what a file holds: that is an answer. It has no limit of time: the clock says
 * nothing on a busy machine, and whoever runs it watches what it does (watch.ts).
 */
export async function decode(photo: Uint8Array): Promise<Decoding> {
  if (photo.length === 0) return refuse('empty')
  if (photo.length > maxBytes) return refuse('too-many-bytes')
  // The signature alone tells the format, so that pixel limits hold before anything is decoded.
  const source = sharp(photo, { failOn: 'error', limitInputPixels: false, sequentialRead: true })
  let metadata: Metadata
  try {
    metadata = await source.metadata()
  } catch {
    return refuse(signatureOf(photo) ? 'damaged' : 'unsupported-format')
  }
  const { width, height, pages = 1 } = metadata
  const most = pixelLimit(metadata)
  if (most === undefined) return refuse('unsupported-format')
  if (pages > 1) return refuse('several-frames')
  if (width * height > most) return refuse('too-many-pixels')
  try {
    return { readable: true, image: await pixels(photo, metadata) }
  } catch {
    return refuse('damaged')
  }
}

/** Undefined for formats that are not read. */
function pixelLimit({ format, compression, isProgressive }: Metadata): number | undefined {
  if (format === 'jpeg') return isProgressive ? maxPixels.progressiveJpeg : maxPixels.jpeg
  // The other codec of this container is HEVC, whose decoder is not free to ship.
  if (format === 'heif') return compression === 'av1' ? maxPixels.heif : undefined
  return format === 'png' || format === 'webp' ? maxPixels[format] : undefined
}

async function pixels(photo: Uint8Array, { width, height }: Metadata): Promise<Image> {
  const { data, info } = await sharp(photo, {
    failOn: 'error',
    limitInputPixels: width * height,
    sequentialRead: true,
  })
    .autoOrient()
    .resize({ width: maxSidePx, height: maxSidePx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return {
    width: info.width,
    height: info.height,
    rgb: info.channels === 3 ? data : spread(data, info.channels),
    reduction: Math.max(width, height) / Math.max(info.width, info.height),
  }
}

/** One value a pixel becomes three equal ones. */
function spread(data: Uint8Array, channels: number): Uint8Array {
  const count = data.length / channels
  const rgb = new Uint8Array(count * 3)
  for (let i = 0; i < count; i++) rgb.fill(data[i * channels] as number, i * 3, i * 3 + 3)
  return rgb
}
