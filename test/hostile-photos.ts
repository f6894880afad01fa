import { deflateSync } from 'node:zlib'
import { chunk, hugePng, pngOf } from './odd-photos.ts'
import { portrait } from './portraits.ts'

const megabyte = 1024 * 1024
const script = '<script>alert(1)</script>'

/** A text that inflates to so much from next to nothing. */
const bomb = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 })

const named = (name: string, packed: Buffer) =>
  Buffer.concat([Buffer.from(`${name}\0\0`, 'latin1'), packed])

/** Photos made to hurt whoever opens them, by what they are; each is to be refused, and nobody to notice. */
export async function hostilePhotos(): Promise<Readonly<Record<string, Uint8Array>>> {
  const face = await portrait('ana')
  const gif = Buffer.from(
    '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b',
    'hex',
  )
  return {
    'a flat PNG of 17,000 x 17,000 pixels': hugePng(17_000),
    'a PNG as high as a tower': pngOf({ width: 1, height: 65_535 }),
    'a PNG as wide as a street': pngOf({ width: 65_535, height: 1 }),
    'a PNG that claims four thousand million pixels a side': pngOf({
      ...{ width: 0xffff_ffff, height: 0xffff_ffff, rows: Buffer.alloc(8) },
    }),
    'a PNG without pixels': pngOf({ width: 0, height: 0 }),
    'a PNG whose text inflates to 200 MB': pngOf({
      ...{ width: 8, height: 8, more: [chunk('zTXt', named('Comment', bomb(200 * megabyte)))] },
    }),
    'a PNG whose colour profile inflates to 200 MB': pngOf({
      ...{ width: 8, height: 8, more: [chunk('iCCP', named('icc', bomb(200 * megabyte)))] },
    }),
    'a PNG whose pixels inflate to more than it says': pngOf({
      ...{ width: 8, height: 8, rows: Buffer.alloc(100 * megabyte) },
    }),
    'a PNG with ten thousand frames': pngOf({
      ...{ width: 8, height: 8, more: [chunk('acTL', Buffer.from('0000271000000000', 'hex'))] },
    }),
    'a PNG that breaks off': hugePng(1000).subarray(0, 60),
    'a GIF': gif,
    'a TIFF': Buffer.from('49492a0008000000000000000000', 'hex'),
    'a BMP': Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
    'an HEIC': Buffer.from('0000001c667479706865696300000000686569636d696631', 'hex'),
    'an SVG that reads a file': Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>' +
        '<svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>',
    ),
    'an SVG of a thousand million laughs': Buffer.from(
      `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><svg>&b;</svg>`,
    ),
    'a drawing that fetches': Buffer.from(
      "push graphic-context\nviewbox 0 0 9 9\nfill 'url(https://127.0.0.1/x.png)'\npop graphic-context",
    ),
    'a playlist': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
    'a page that ends in a photo': Buffer.concat([Buffer.from(`<html>${script}`), face]),
    'a photo cut off behind its header': face.subarray(0, 300),
    'a photo whose middle is something else': Buffer.concat([
      ...[face.subarray(0, 2), Buffer.from(script.repeat(1000))],
    ]),
    'a ZIP': Buffer.from('504b0304140000000800', 'hex'),
    'a program': Buffer.from('7f454c46020101000000000000000000', 'hex'),
  }
}
