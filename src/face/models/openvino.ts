import { halvesToFloats } from './floats.ts'
import { photoInput, toNchw } from './layout.ts'
import type { ModelCard } from './manifest.ts'
import { createGraphWriter, type Attribute } from './onnx.ts'
import { readLayers, type Layer } from './openvino-ir.ts'

/** Operations that are the same in ONNX, by their name there. */
const alike: Readonly<Record<string, string>> = { Add: 'Add', Multiply: 'Mul', Sigmoid: 'Sigmoid' }
/** Types of numbers that weights are stored in, and bytes of one. */
const bytesPer: Readonly<Record<string, number>> = { f16: 2, f32: 4 }

/**
 * Converts a model in OpenVINO's format (IR: a graph in XML, weights beside it; https://docs.openvino.ai) to ONNX.
 * It takes N x 3 x side x side; ours starts from RGB bytes as every model here. The first result is the output.
 * Throws on an operation it does not know, with its name, and on weights that the file does not hold.
 */
export function convertOpenvino(card: ModelCard, xml: string, weights: Uint8Array): Uint8Array {
  const layers = readLayers(xml)
  const graph = createGraphWriter(card.manifest)
  const made = new Map<string, string>()

  const layerOf = (id: string): Layer => {
    const layer = layers.get(id)
    if (!layer) throw new Error(`${card.manifest} has no layer ${id}`)
    return layer
  }
  const valueOf = (id: string): string => {
    const known = made.get(id)
    if (known !== undefined) return known
    const value = convert(layerOf(id))
    made.set(id, value)
    return value
  }
  /** A constant's numbers, through the conversions to a wider type that stand between. */
  const constant = (layer: Layer): { values: Float32Array; shape: number[] } => {
    if (layer.type === 'Convert') return constant(inputOf(layer, 0))
    if (layer.type !== 'Const') throw new Error(`${layer.name} is not a constant`)
    const type = setting(layer, 'element_type')
    const shape = numbers(setting(layer, 'shape'))
    const [offset, size] = [Number(setting(layer, 'offset')), Number(setting(layer, 'size'))]
    const count = shape.reduce((product, length) => product * length, 1)
    if (size !== count * (bytesPer[type] ?? NaN) || offset + size > weights.length)
      throw new Error(`the weights of ${layer.name} (${type}) are not in ${card.weights}`)
    // A copy: packed bytes rarely start where a wider array may.
    const start = weights.byteOffset + offset
    const bytes = weights.buffer.slice(start, start + size)
    const values = type === 'f16' ? halvesToFloats(new Uint16Array(bytes)) : new Float32Array(bytes)
    return { values, shape }
  }
  const inputOf = (layer: Layer, index: number): Layer => {
    const id = layer.inputs[index]
    if (id === undefined) throw new Error(`${layer.name} lacks input ${index}`)
    return layerOf(id)
  }
  const all = (layer: Layer) => layer.inputs.map(valueOf)
  const spatial = (op: string, layer: Layer, { values, shape }: ReturnType<typeof constant>) =>
    graph.node(op, [valueOf(inputOf(layer, 0).id), graph.floats(values, shape)], {
      ...window(layer),
      dilations: numbers(setting(layer, 'dilations')),
      kernel_shape: shape.slice(2),
      ...(layer.type === 'GroupConvolution' && { group: groupsOf(layer) }),
    })
  const groupsOf = (layer: Layer) => constant(inputOf(layer, 1)).shape[0] ?? 1

  function convert(layer: Layer): string {
    const same = alike[layer.type]
    if (same !== undefined) return graph.node(same, all(layer))
    switch (layer.type) {
      case 'Parameter':
        return graph.node('Transpose', [photoInput(graph, card)], toNchw)
      case 'Const':
      case 'Convert': {
        const { values, shape } = constant(layer)
        return graph.floats(values, shape)
      }
      case 'Convolution':
        return spatial('Conv', layer, constant(inputOf(layer, 1)))
      case 'GroupConvolution': {
        // Stored as groups, outputs of one, inputs of one, height, width; ONNX has no axis of groups.
        const { values, shape } = constant(inputOf(layer, 1))
        const [groups = 1, outputs = 1, ...rest] = shape
        return spatial('Conv', layer, { values, shape: [groups * outputs, ...rest] })
      }
      case 'PReLU': {
        const { values } = constant(inputOf(layer, 1))
        // One slope for all, or one for each channel: axes behind it are of length one.
        const slope = graph.floats(values, values.length === 1 ? [1] : [values.length, 1, 1])
        return graph.node('PRelu', [valueOf(inputOf(layer, 0).id), slope])
      }
      case 'AvgPool':
        return graph.node('AveragePool', all(layer), {
          ...window(layer),
          kernel_shape: numbers(setting(layer, 'kernel')),
          count_include_pad: setting(layer, 'exclude-pad') === 'true' ? 0 : 1,
          ceil_mode: setting(layer, 'rounding_type') === 'ceil' ? 1 : 0,
        })
      default:
        throw new Error(
          `${card.manifest} has an operation that is not known: ${layer.type} (${layer.name})`,
        )
    }
  }

  const result = [...layers.values()].find(({ type }) => type === 'Result')
  if (!result) throw new Error(`${card.manifest} has no result`)
  graph.output(graph.node('Flatten', [valueOf(inputOf(result, 0).id)]))
  return graph.finish()
}

function setting(layer: Layer, key: string): string {
  const value = layer.data.get(key)
  if (value === undefined) throw new Error(`${layer.name} (${layer.type}) lacks ${key}`)
  return value
}

/** `1, 3, 128, 128` as numbers; a scalar has no dimensions. */
const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number))

/** Steps and padding of an operation that slides over the image. */
function window(layer: Layer): Record<string, Attribute> {
  const padding = setting(layer, 'auto_pad')
  const strides = numbers(setting(layer, 'strides'))
  if (padding === 'same_upper') return { strides, auto_pad: 'SAME_UPPER' }
  if (padding !== 'explicit' && padding !== 'valid')
    throw new Error(`${layer.name} pads in a way that is not known: ${padding}`)
  const pads = [...numbers(setting(layer, 'pads_begin')), ...numbers(setting(layer, 'pads_end'))]
  return { strides, pads: padding === 'valid' ? pads.map(() => 0) : pads }
}
