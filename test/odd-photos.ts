import { crc32, deflateSync } from 'node:zlib'
import { groupPhoto, portrait } from './portraits.ts'

/** A PNG of one colour, one bit a pixel, so that it is small however many pixels it claims. */
export const hugePng = (sidePx: number): Buffer => pngOf({ width: sidePx, height: sidePx })

/** The same of any size; with other rows than it claims, or more chunks, where a test wants it to lie. */
export function pngOf(claimed: {
  readonly width: number
  readonly height: number
  readonly rows?: Buffer
  readonly more?: readonly Buffer[]
}): Buffer {
  const { width, height, more = [] } = claimed
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  const rows = claimed.rows ?? Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99"/></svg>'
const script = '<script>alert(1)</script>'

/** Files that are no photo, with the status and the reason that each deserves. */
export async function oddPhotos(): Promise<
  readonly { name: string; bytes: Uint8Array; status: number; reason: string }[]
> {
  const face = await portrait('ana')
  return [
    { name: 'nothing', bytes: Buffer.alloc(0), status: 422, reason: 'empty' },
    { name: 'a text', bytes: Buffer.from('hello'), status: 415, reason: 'unsupported-format' },
    { name: 'an SVG', bytes: Buffer.from(svg), status: 415, reason: 'unsupported-format' },
    {
      name: 'a PDF',
      bytes: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'),
      status: 415,
      reason: 'unsupported-format',
    },
    {
      name: 'a page that hides a photo',
      bytes: Buffer.concat([Buffer.from(`<html>${script}`), face]),
      status: 415,
      reason: 'unsupported-format',
    },
    {
      name: 'half a photo',
      bytes: groupPhoto().subarray(0, 60_000),
      status: 422,
      reason: 'damaged',
    },
    {
      name: '11 MB',
      bytes: Buffer.concat([face, Buffer.alloc(11 * 1024 * 1024)]),
      status: 413,
      reason: 'too-many-bytes',
    },
    {
      name: '30,000 x 30,000 pixels',
      bytes: hugePng(30_000),
      status: 413,
      reason: 'too-many-pixels',
    },
  ]
}
