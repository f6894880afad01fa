import { readFileSync } from 'node:fs'

/** Reads a committed file of little-endian 32-bit floats. Throws when it does not hold so many. */
export function readFloats(file: URL, count: number): Float32Array {
  const numbers = new Float32Array(new Uint8Array(readFileSync(file)).buffer)
  if (numbers.length !== count)
    throw new Error(`${file.pathname} has not the size that this version was made for`)
  return numbers
}
