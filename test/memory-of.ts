import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** The processes that a process started, and theirs, with itself first. Linux. */
export function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' '),
  )
  return [pid, ...children.filter(Boolean).flatMap((child) => familyOf(Number(child)))]
}

/** Bytes that are read at once. */
const chunkBytes = 1 << 24

/** The writable memory of a process, in chunks that overlap by so many bytes. */
export function* memoryOf(pid: number, overlap: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^(\w+)-(\w+) rw/.exec(line) ?? []
      const end = parseInt(to, 16)
      for (let at = parseInt(from, 16); at < end; at += chunkBytes) {
        const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes + overlap, end - at))
        const read = tryRead(memory, chunk, at)
        if (read > 0) yield chunk.subarray(0, read)
      }
    }
  } finally {
    closeSync(memory)
  }
}

/** Nothing of a place that cannot be read, or that the process has given back meanwhile. */
function tryRead(memory: number, chunk: Buffer, at: number): number {
  try {
    return readSync(memory, chunk, 0, chunk.length, at)
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['EIO', 'EFAULT'].includes(String(error.code)))
      return 0
    throw error
  }
}

/** How often bytes are in a process. */
export function countBytes(pid: number, bytes: Uint8Array): number {
  let found = 0
  for (const chunk of memoryOf(pid, bytes.length - 1))
    for (let at = chunk.indexOf(bytes); at >= 0; at = chunk.indexOf(bytes, at + 1)) found++
  return found
}

/** Numbers in a row by which a vector is known. */
const inARow = 24
/** How far a number may be off, as one is that was turned and turned back. */
const tolerance = 1e-6

/** How often a process holds a part of a vector, in 32 bits: so many numbers in a row, nearly as they are. */
export function countVector(pid: number, vector: Float32Array): number {
  let found = 0
  const [first, second] = [vector[0] as number, vector[1] as number]
  for (const chunk of memoryOf(pid, inARow * 4)) {
    const numbers = new Float32Array(chunk.buffer, 0, chunk.length >> 2)
    for (let i = 0; i + inARow <= numbers.length; i++) {
      if (Math.abs((numbers[i] as number) - first) > tolerance) continue
      if (Math.abs((numbers[i + 1] as number) - second) > tolerance) continue
      let same = 2
      while (
        same < inARow &&
        Math.abs((numbers[i + same] as number) - (vector[same] as number)) <= tolerance
      )
        same++
      if (same === inARow) found++
    }
  }
  return found
}
