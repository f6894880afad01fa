/** As long as a template of the face engine. */
export const vectorLength = 320

export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
