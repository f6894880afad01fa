/** A plain loop: `Float32Array.from` with a function takes ten times as long, and start-up waits for this. */
export function toFloats(
  stored: Uint8Array | Uint16Array,
  toFloat: (value: number) => number,
): Float32Array {
  const values = new Float32Array(stored.length)
  for (let i = 0; i < stored.length; i++) values[i] = toFloat(stored[i] as number)
  return values
}

/** IEEE 754 binary16 numbers, as their bits, to 32-bit floats. */
export const halvesToFloats = (halves: Uint16Array): Float32Array => toFloats(halves, halfToFloat)

function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 0x1f
  const fraction = half & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
}
