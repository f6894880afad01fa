import { photoInput, permute, toNchw } from './layout.ts'
import type { ModelCard } from './manifest.ts'
import { createGraphWriter, type GraphWriter } from './onnx.ts'
import type { PackagedModel, Weight } from './weights.ts'

/** Residual blocks in order. Side: the edge of the block's feature map, as dlib's 150 px input gives it. */
const blocks = [
  'conv32_1', 'conv32_2', 'conv32_3',
  'conv64_down', 'conv64_1', 'conv64_2', 'conv64_3',
  'conv128_down', 'conv128_1', 'conv128_2',
  'conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out',
] // prettier-ignore

/**
 * Builds dlib's `anet_type` (http://dlib.net/dnn_face_recognition_ex.cpp.html) from its named weights:
 * RGB bytes N x 150 x 150 x 3 -> N x 128. Each convolution's scale and shift are folded into it.
 */
export function convertDlibResnet(card: ModelCard, { weights }: PackagedModel): Uint8Array {
  const graph = createGraphWriter('dlib-resnet-v1')
  const take = (name: string): Weight => {
    const weight = weights.get(name)
    if (!weight) throw new Error(`the model's weights lack ${name}`)
    return weight
  }
  const convolve = (x: string, name: string, options: { stride: number; pad: number }) =>
    foldedConvolution(graph, x, take, name, options)
  const relu = (x: string) => graph.node('Relu', [x])

  let x = graph.node('Transpose', [photoInput(graph, card)], toNchw)
  x = relu(convolve(x, 'conv32_down', { stride: 2, pad: 0 }))
  x = graph.node('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2] })

  let side = 35
  let channels = 32
  for (const block of blocks) {
    const down = block.includes('_down')
    const inner = relu(
      convolve(x, `${block}/conv1`, down ? { stride: 2, pad: 0 } : { stride: 1, pad: 1 }),
    )
    let main = convolve(inner, `${block}/conv2`, { stride: 1, pad: 1 })
    let path = x
    if (down) {
      path = graph.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] })
      const convolvedSide = Math.floor((side - 3) / 2) + 1
      const pooledSide = Math.floor(side / 2)
      const widened = take(`${block}/conv1/conv/filters`).shape[3] ?? channels
      main = zeroPad(graph, main, 0, pooledSide - convolvedSide)
      path = zeroPad(graph, path, widened - channels, 0)
      side = pooledSide
      channels = widened
    }
    x = relu(graph.node('Add', [main, path]))
  }

  const pooled = graph.node('GlobalAveragePool', [x])
  const flat = graph.node('Flatten', [pooled])
  const matrix = take('fc')
  graph.output(graph.node('MatMul', [flat, graph.floats(matrix.values, matrix.shape)]))
  return graph.finish()
}

/** scale * (filters . x + bias) + shift, as one convolution. */
function foldedConvolution(
  graph: GraphWriter,
  x: string,
  take: (name: string) => Weight,
  name: string,
  { stride, pad }: { stride: number; pad: number },
): string {
  const filters = permute(take(`${name}/conv/filters`), [3, 2, 0, 1])
  const bias = take(`${name}/conv/bias`).values
  const scale = take(`${name}/scale/weights`).values
  const shift = take(`${name}/scale/biases`).values
  const perOutput = filters.values.length / scale.length
  const folded = filters.values
  for (let o = 0; o < scale.length; o++)
    for (let i = o * perOutput; i < (o + 1) * perOutput; i++)
      folded[i] = (folded[i] as number) * (scale[o] as number)
  const foldedBias = bias.map((b, i) => b * (scale[i] ?? 1) + (shift[i] ?? 0))
  return graph.node(
    'Conv',
    [x, graph.floats(folded, filters.shape), graph.floats(foldedBias, [scale.length])],
    { strides: [stride, stride], pads: [pad, pad, pad, pad], kernel_shape: filters.shape.slice(2) },
  )
}

/** Adds zero channels behind, and zero rows and columns at the bottom and right; nothing where both are 0. */
function zeroPad(graph: GraphWriter, x: string, channels: number, edge: number): string {
  if (channels === 0 && edge === 0) return x
  return graph.node('Pad', [x, graph.integers([0, 0, 0, 0, 0, channels, edge, edge])])
}
