import { permute, photoInput, toNchw, toNhwc } from './layout.ts'
import type { ModelCard } from './manifest.ts'
import { createGraphWriter, type Attribute, type GraphWriter } from './onnx.ts'
import type { PackagedModel, Weight } from './weights.ts'

/** A node of a TensorFlow GraphDef in JSON; strings in it are base64, 64-bit integers are text. */
type TfNode = {
  name: string
  op: string
  input?: string[]
  attr?: Record<
    string,
    { s?: string; i?: string; b?: boolean; list?: { i?: string[]; s?: string[] } }
  >
}

/**
 * Converts a TensorFlow.js graph model to ONNX. Values stay N x H x W x C as in TensorFlow; each spatial
 * operation stands between two transpositions, which ONNX Runtime's optimiser cancels out.
 * Only what the card's outputs need is converted. Throws on an operation it does not know.
 */
export function convertGraphModel(card: ModelCard, model: PackagedModel): Uint8Array {
  const nodes = new Map(
    (model.topology as { node: TfNode[] }).node.map((node) => [node.name, node] as const),
  )
  const graph = createGraphWriter(card.manifest)
  const photo = photoInput(graph, card)
  const made = new Map<string, string>()

  const valueOf = (reference: string): string => {
    const name = reference.split(':')[0] ?? reference
    const known = made.get(name)
    if (known !== undefined) return known
    const node = nodes.get(name)
    if (!node) throw new Error(`${card.manifest} has no node ${name}`)
    const value = node.op === 'Placeholder' ? photo : convertNode(graph, node, valueOf, weightOf)
    made.set(name, value)
    return value
  }
  const weightOf = (reference: string): Weight => {
    const weight = model.weights.get(reference.split(':')[0] ?? reference)
    if (!weight) throw new Error(`${card.manifest} has no constant ${reference}`)
    return weight
  }

  for (const output of card.outputs) graph.output(graph.node('Identity', [valueOf(output)]))
  return graph.finish()
}

type Lookup<T> = (reference: string) => T

/** One TensorFlow operation as ONNX nodes; gives the name of its value. */
function convertNode(
  graph: GraphWriter,
  node: TfNode,
  valueOf: Lookup<string>,
  weightOf: Lookup<Weight>,
): string {
  const inputs = node.input ?? []
  const input = (index: number): string => {
    const reference = inputs[index]
    if (reference === undefined) throw new Error(`${node.name} lacks input ${index}`)
    return reference
  }
  const constant = (weight: Weight) => graph.floats(weight.values, weight.shape)
  const x = () => valueOf(input(0))
  const plain = (op: string, attributes?: Record<string, Attribute>) =>
    graph.node(op, inputs.map(valueOf), attributes)
  const spatial = (op: string, weights: string[], attributes: Record<string, Attribute>) => {
    const turned = graph.node('Transpose', [x()], toNchw)
    return graph.node('Transpose', [graph.node(op, [turned, ...weights], attributes)], toNhwc)
  }
  const activate = (value: string, names: readonly string[]) =>
    names.reduce((v, name) => activation(graph, v, name, () => constant(weightOf(input(3)))), value)

  switch (node.op) {
    case 'Const':
      return constant(weightOf(node.name))
    case 'Identity':
      return x()
    case 'Conv2D':
    case '_FusedConv2D': {
      const filters = permute(weightOf(input(1)), [3, 2, 0, 1])
      const [first, ...rest] = fusedOps(node)
      const bias = first === 'BiasAdd' ? [constant(weightOf(input(2)))] : []
      const value = spatial(
        'Conv',
        [constant(filters), ...bias],
        window(node, filters.shape.slice(2)),
      )
      return activate(value, rest)
    }
    case 'DepthwiseConv2dNative': {
      const stored = weightOf(input(1))
      const filters = permute(stored, [2, 3, 0, 1])
      const groups = stored.shape[2] ?? 1
      return spatial('Conv', [constant(filters)], {
        ...window(node, filters.shape.slice(2)),
        group: groups,
      })
    }
    case 'MaxPool':
      return spatial('MaxPool', [], window(node, integers(node, 'ksize').slice(1, 3)))
    case '_FusedMatMul': {
      const product = graph.node('MatMul', [x(), constant(weightOf(input(1)))])
      const biased = graph.node('Add', [product, constant(weightOf(input(2)))])
      return activate(biased, fusedOps(node).slice(1))
    }
    case 'Pad': {
      const pairs = [...weightOf(input(1)).values]
      const pads = [...pairs.filter((_, i) => i % 2 === 0), ...pairs.filter((_, i) => i % 2 === 1)]
      return graph.node('Pad', [x(), graph.integers(pads)])
    }
    case 'Reshape':
      // The first size is the batch: 0 keeps it as it comes, where some models say 1.
      return graph.node('Reshape', [
        x(),
        graph.integers([0, ...[...weightOf(input(1)).values].slice(1)]),
      ])
    case 'Mean':
      return graph.node('ReduceMean', [x()], { axes: [...weightOf(input(1)).values], keepdims: 0 })
    case 'Prelu':
      return graph.node('PRelu', [x(), constant(weightOf(input(1)))])
    case 'Add':
    case 'AddV2':
      return plain('Add')
    case 'Minimum':
      return plain('Min')
    case 'Maximum':
      return plain('Max')
    case 'Mul':
    case 'Relu':
    case 'Sigmoid':
    case 'Softmax':
      return plain(node.op)
    default:
      throw new Error(`no conversion for the operation ${node.op} of ${node.name}`)
  }
}

function activation(graph: GraphWriter, value: string, name: string, slope: () => string): string {
  switch (name) {
    case 'Relu':
      return graph.node('Relu', [value])
    case 'Prelu':
      return graph.node('PRelu', [value, slope()])
    default:
      throw new Error(`no conversion for the fused operation ${name}`)
  }
}

const decoded = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64').toString()
const integers = (node: TfNode, key: string) => (node.attr?.[key]?.list?.i ?? []).map(Number)
const fusedOps = (node: TfNode) => (node.attr?.['fused_ops']?.list?.s ?? []).map(decoded)

/** Kernel, strides and padding of a spatial operation. */
function window(node: TfNode, kernel: readonly number[]): Record<string, Attribute> {
  const same = decoded(node.attr?.['padding']?.s) === 'SAME'
  return {
    kernel_shape: kernel,
    strides: integers(node, 'strides').slice(1, 3),
    auto_pad: same ? 'SAME_UPPER' : 'VALID',
  }
}
