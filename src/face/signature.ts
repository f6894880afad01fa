/** A format that we read, or know well enough to say that we do not. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heif'

/** What the first bytes of a file say that it is; the rest of it may be broken. */
export function signatureOf(photo: Uint8Array): PhotoFormat | undefined {
  const start = Buffer.from(photo.buffer, photo.byteOffset, Math.min(photo.length, 12))
  if (start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (start.subarray(1, 4).toString('latin1') === 'PNG') return 'png'
  if (start.subarray(8, 12).toString('latin1') === 'WEBP') return 'webp'
  if (start.subarray(4, 8).toString('latin1') === 'ftyp') return 'heif'
  return undefined
}
