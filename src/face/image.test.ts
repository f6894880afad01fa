import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { decode, type Image } from './image.ts'

/** Four colours in four corners: which way up an image is can be read off it. */
const corners = { nw: [220, 30, 30], ne: [30, 200, 30], sw: [30, 30, 220], se: [220, 220, 30] }
const [width, height] = [64, 48]

function raw(): Buffer {
  return Buffer.from(
    Array.from({ length: width * height }, (_, i) => {
      const [east, south] = [i % width >= width / 2, i >= (width * height) / 2]
      return corners[south ? (east ? 'se' : 'sw') : east ? 'ne' : 'nw']
    }).flat(),
  )
}
const upright = () => sharp(raw(), { raw: { width, height, channels: 3 } })

async function imageOf(photo: Buffer): Promise<Image> {
  const decoding = await decode(photo)
  assert.ok(decoding.readable, decoding.readable ? '' : decoding.reason)
  return decoding.image
}

function assertCorners({ width, height, rgb }: Image, tolerance: number): void {
  const at = (x: number, y: number) => [
    ...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ]
  const found = {
    nw: at(4, 4),
    ne: at(width - 5, 4),
    sw: at(4, height - 5),
    se: at(width - 5, height - 5),
  }
  for (const [name, colour] of Object.entries(corners))
    for (const [c, value] of colour.entries())
      assert.ok(
        Math.abs((found[name as keyof typeof corners][c] ?? NaN) - value) <= tolerance,
        `${name}: ${found[name as keyof typeof corners].join()} for ${colour.join()}`,
      )
}

test('every EXIF orientation comes out as a person sees it', async () => {
  // What must be done to the upright photo so that a camera's tag undoes it.
  const undo: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(270).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  }
  for (const [orientation, turn] of Object.entries(undo)) {
    const turned = await turn(upright()).png().toBuffer()
    const photo = await sharp(turned)
      .withMetadata({ orientation: Number(orientation) })
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer()
    const image = await imageOf(photo)
    assert.deepEqual([image.width, image.height], [width, height], `orientation ${orientation}`)
    assertCorners(image, 12)
  }
})

test('JPEG, PNG, WebP and AVIF, CMYK, 16 bit, palette and transparency are all read', async () => {
  const photos: Record<string, Buffer> = {
    jpeg: await upright().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    progressive: await upright()
      .jpeg({ quality: 95, progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer(),
    png: await upright().png().toBuffer(),
    palette: await upright().png({ palette: true }).toBuffer(),
    'png of 16 bits': await upright().toColourspace('rgb16').png().toBuffer(),
    webp: await upright().webp({ lossless: true }).toBuffer(),
    avif: await upright().avif({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer(),
    'with alpha': await upright().ensureAlpha(1).png().toBuffer(),
  }
  for (const [name, photo] of Object.entries(photos)) {
    const image = await imageOf(photo)
    assert.equal(image.rgb.length, width * height * 3, name)
    assertCorners(image, 24)
  }
})

test('a CMYK photo keeps its colours apart', async () => {
  const { rgb } = await imageOf(await upright().toColourspace('cmyk').jpeg().toBuffer())
  const red = rgb.subarray((4 * width + 4) * 3, (4 * width + 4) * 3 + 3)
  assert.ok((red[0] ?? 0) > (red[1] ?? 0) + 60)
})

test('a grayscale photo becomes three equal values a pixel', async () => {
  const { rgb } = await imageOf(await upright().grayscale().jpeg().toBuffer())
  assert.equal(rgb.length, width * height * 3)
  for (let i = 0; i < rgb.length; i += 3) assert.ok(rgb[i] === rgb[i + 1] && rgb[i] === rgb[i + 2])
})

test('a large photo is reduced, and says by how much', async () => {
  const large = await sharp({
    create: { width: 4800, height: 3600, channels: 3, background: '#777' },
  })
    .jpeg()
    .toBuffer()
  const image = await imageOf(large)
  assert.equal(image.width, 1920)
  assert.ok(Math.abs(image.reduction - 2.5) < 0.01)
})

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#777' } })

test('a JPEG as large as phones make them is read, reduced while it is decoded', async () => {
  const photo = await plain(12_000, 9000).jpeg().toBuffer()
  const image = await imageOf(photo)
  assert.deepEqual([image.width, image.height], [1920, 1440])
  assert.ok(Math.abs(image.reduction - 6.25) < 0.01)
})

test('a format whose decoder holds all of it is refused from its header where that is too much', async () => {
  const refused = {
    'progressive JPEG': plain(10_000, 7000).jpeg({ progressive: true }),
    PNG: plain(8000, 5100).png({ compressionLevel: 1 }),
    WebP: plain(8000, 5100).webp({ effort: 0 }),
    AVIF: plain(4200, 4000).avif({ effort: 0 }),
  }
  for (const [name, image] of Object.entries(refused)) {
    const decoding = await decode(await image.toBuffer())
    assert.equal(decoding.readable ? 'readable' : decoding.reason, 'too-many-pixels', name)
  }
})

test('an AVIF of noise in ten bits is no damaged one, however long it takes', async () => {
  const size = { width: 2000, height: 1500, channels: 3 } as const
  const noise = randomBytes(size.width * size.height * 3)
  const photo = await sharp(noise, { raw: size }).avif({ bitdepth: 10, effort: 0 }).toBuffer()
  const images = await Promise.all([imageOf(photo), imageOf(photo), imageOf(photo)])
  assert.ok(images.every(({ width }) => width === 1920))
})

test('an HEIC is refused as what it is, whatever its size', async () => {
  const avif = await plain(64, 48).avif().toBuffer()
  // The same container with the other codec's name in it.
  const heic = Buffer.from(
    avif
      .toString('latin1')
      .replaceAll('av01', 'hvc1')
      .replaceAll('av1C', 'hvcC')
      .replaceAll('avif', 'heic'),
    'latin1',
  )
  const decoding = await decode(heic)
  assert.equal(decoding.readable ? 'readable' : decoding.reason, 'unsupported-format')
})

test('what cannot be looked at is refused with its reason', async () => {
  const flat = { width: 9000, height: 9000, channels: 3, background: '#fff' } as const
  const jpeg = await upright().jpeg().toBuffer()
  const refusals: [Buffer, string][] = [
    [Buffer.alloc(0), 'empty'],
    [Buffer.from('no photo at all'), 'unsupported-format'],
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'unsupported-format',
    ],
    [Buffer.from('%PDF-1.7 not a photo'), 'unsupported-format'],
    [await upright().gif().toBuffer(), 'unsupported-format'],
    [await upright().tiff().toBuffer(), 'unsupported-format'],
    [jpeg.subarray(0, jpeg.length / 2), 'damaged'],
    [await sharp({ create: flat }).png().toBuffer(), 'too-many-pixels'],
    [Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]), 'too-many-bytes'],
  ]
  for (const [photo, reason] of refusals) {
    const decoding = await decode(photo)
    assert.equal(decoding.readable ? 'readable' : decoding.reason, reason)
  }
})
