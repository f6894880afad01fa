export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heif'

/** Brands of the container that AVIF shares with HEIC, which is not read (ISO/IEC 23008-12, B.4). */
const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'])

/** What the first bytes of a file say that it is; the rest of it may be broken. */
export function signatureOf(photo: Uint8Array): PhotoFormat | undefined {
  const start = Buffer.from(photo.buffer, photo.byteOffset, Math.min(photo.length, 12))
  if (start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (start.subarray(1, 4).toString('latin1') === 'PNG') return 'png'
  if (start.subarray(8, 12).toString('latin1') === 'WEBP') return 'webp'
  const isHeif = start.subarray(4, 8).toString('latin1') === 'ftyp'
  if (isHeif && !heicBrands.has(start.subarray(8, 12).toString('latin1'))) return 'heif'
  return undefined
}
