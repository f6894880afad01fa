import type { GraphWriter } from './onnx.ts'
import type { ModelCard } from './manifest.ts'
import type { Weight } from './weights.ts'

export const toNchw = { perm: [0, 3, 1, 2] }
export const toNhwc = { perm: [0, 2, 3, 1] }

/** Moves axes of a weight: `order[i]` is the old axis that becomes axis i. */
export function permute(weight: Weight, order: readonly [number, number, number, number]): Weight {
  const [a = 1, b = 1, c = 1, d = 1] = weight.shape
  const strides = [b * c * d, c * d, d, 1]
  const shape = order.map((axis) => weight.shape[axis] ?? 1)
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = order.map((axis) => strides[axis])
  const [n0 = 1, n1 = 1, n2 = 1, n3 = 1] = shape
  const values = new Float32Array(a * b * c * d)
  let at = 0
  for (let i = 0; i < n0; i++)
    for (let j = 0; j < n1; j++)
      for (let k = 0; k < n2; k++)
        for (let l = 0; l < n3; l++)
          values[at++] = weight.values[i * s0 + j * s1 + k * s2 + l * s3] as number
  return { shape, values }
}

/**
 * The input of every model: RGB bytes, N x side x side x 3, normalised inside the graph as its card
 * says. Gives the name of the normalised value, still N x side x side x 3.
 */
export function photoInput(graph: GraphWriter, card: ModelCard): string {
  const bytes = graph.input('crops', 'uint8', ['n', card.inputPx, card.inputPx, 3])
  const rgb = graph.node('Cast', [bytes], { to: 1 })
  const ordered =
    card.input.channels === 'rgb'
      ? rgb
      : graph.node('Gather', [rgb, graph.integers([2, 1, 0])], { axis: 3 })
  const centred = graph.node('Sub', [
    ordered,
    graph.floats(Float32Array.from(card.input.mean), [3]),
  ])
  return graph.node('Mul', [centred, graph.floats(Float32Array.of(1 / card.input.divisor), [1])])
}
