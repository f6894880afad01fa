import { readFileSync } from 'node:fs'

/** What pixels.wat does with the bytes of its memory; numbers are places in it. */
export type PixelMemory = {
  /** All bytes from a place on, good until the memory is given back. */
  bytes(at: number, length: number): Uint8Array
  floats(at: number, length: number): Float32Array
  halve(from: number, width: number, height: number, to: number): void
  warp(
    image: number,
    width: number,
    height: number,
    x: number,
    y: number,
    dx: number,
    dy: number,
    side: number,
    crop: number,
    step: number,
  ): void
  gather(
    image: number,
    width: number,
    height: number,
    places: number,
    side: number,
    crop: number,
    step: number,
  ): void
  /** Overwrites the photo and lets the next one have the memory, which must not be used here any more. */
  giveBack(): void
}

const pageBytes = 65536
/** Two photos are looked at at a time; memory of more is left to the garbage collector. */
const keptFree = 2
const free: WebAssembly.Instance[] = []
let compiled: WebAssembly.Module | undefined
const moduleOf = (): WebAssembly.Module =>
  (compiled ??= new WebAssembly.Module(readFileSync(new URL('./pixels.wasm', import.meta.url))))

/** Memory of at least so many bytes, which somebody may have used before. Throws a RangeError when there is none. */
export function takePixelMemory(length: number): PixelMemory {
  const instance = free.pop() ?? new WebAssembly.Instance(moduleOf())
  const { exports } = instance
  const memory = exports['memory'] as WebAssembly.Memory
  const missing = length - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
  const { buffer } = memory
  return {
    bytes: (at, count) => new Uint8Array(buffer, at, count),
    floats: (at, count) => new Float32Array(buffer, at, count),
    halve: exports['halve'] as PixelMemory['halve'],
    warp: exports['warp'] as PixelMemory['warp'],
    gather: exports['gather'] as PixelMemory['gather'],
    giveBack() {
      new Uint8Array(buffer).fill(0)
      if (free.length < keptFree) free.push(instance)
    },
  }
}
