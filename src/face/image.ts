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
/** Forty megapixels decode in well under two seconds and 160 MB. */
export const maxPixels = 40_000_000
/**
 * Longer sides are reduced to this. A face that fills a tenth of the width still has its 150 pixels,
 * all that the embedding looks at.
 */
const maxSidePx = 1920
/** A decoder that is still busy then is fighting a hostile file. */
const decodeSeconds = 2

const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif'])

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
 * Decodes a photo: JPEG, PNG, WebP, AVIF, and HEIC where libvips was built with its codec; any EXIF
 * orientation, grayscale, CMYK, 16 bit, transparency (laid on grey). Never throws for what a file
 * holds: that is an answer.
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
  const { width, height, format, pages = 1 } = metadata
  if (!formats.has(format)) return refuse('unsupported-format')
  if (pages > 1) return refuse('several-frames')
  if (width * height > maxPixels) return refuse('too-many-pixels')
  try {
    return { readable: true, image: await pixels(photo, metadata) }
  } catch {
    return refuse(
      format === 'heif' && metadata.compression !== 'av1' ? 'unsupported-format' : 'damaged',
    )
  }
}

async function pixels(photo: Uint8Array, { width, height }: Metadata): Promise<Image> {
  const { data, info } = await sharp(photo, {
    failOn: 'error',
    limitInputPixels: maxPixels,
    sequentialRead: true,
  })
    .timeout({ seconds: decodeSeconds })
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
