import { readFloats } from './read-floats.ts'

/**
 * Where faceres descriptors lie and how they spread: mean and leading principal axes of the square roots of
 * 1,583 unit descriptors (folds 1 and 2 of the LFW pairs, grayscale), each axis divided by the root of its
 * standard deviation. Statistics of many people, of no one in particular. `npm run bench:basis` makes the
 * file again; docs/decisions/0051-descriptors.md says what each step brings.
 */
export type DescriptorBasis = {
  readonly mean: Float32Array
  /** `length` axes of `mean.length` values, one after the other. */
  readonly axes: Float32Array
  readonly length: number
}

/** Numbers of a faceres descriptor, and how many axes are kept. */
export const descriptorLength = 1024
export const keptAxes = 192

/** Reads the committed basis: the mean, then the axes, as little-endian 32-bit floats. */
export function readFaceresBasis(): DescriptorBasis {
  const file = new URL('./faceres-basis.bin', import.meta.url)
  const numbers = readFloats(file, descriptorLength * (1 + keptAxes))
  return {
    mean: numbers.slice(0, descriptorLength),
    axes: numbers.slice(descriptorLength),
    length: keptAxes,
  }
}

/** The coordinates of a descriptor's square roots on the axes: `basis.length` numbers. */
export function project(
  descriptor: Float32Array,
  { mean, axes, length }: DescriptorBasis,
): Float32Array {
  const n = mean.length
  const centred = descriptor.map((value, i) => value - (mean[i] as number))
  const coordinates = new Float32Array(length)
  for (let axis = 0; axis < length; axis++) {
    let sum = 0
    for (let i = 0, at = axis * n; i < n; i++, at++)
      sum += (centred[i] as number) * (axes[at] as number)
    coordinates[axis] = sum
  }
  return coordinates
}
