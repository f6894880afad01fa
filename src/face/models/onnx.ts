import protobuf from 'protobufjs/minimal.js'

/**
 * Writes ONNX graphs (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3, IR version 8, opset 17).
 * Only the message fields that our models need; the numbers below are the field numbers of that file.
 */
const irVersion = 8
const opsetVersion = 17
const elementType = { float32: 1, uint8: 2, int64: 7 } as const
const attributeType = { float: 1, int: 2, string: 3, ints: 7 } as const

export type ElementType = keyof typeof elementType
export type Attribute = number | string | readonly number[] | { readonly float: number }
/** A dimension is a size, or the name of one that is known only when the model runs. */
export type Dimension = number | string

type Writer = protobuf.Writer
const message = () => protobuf.Writer.create()
const embed = (into: Writer, field: number, part: Writer) =>
  into.uint32((field << 3) | 2).bytes(part.finish())
const text = (into: Writer, field: number, value: string) =>
  into.uint32((field << 3) | 2).string(value)
const integer = (into: Writer, field: number, value: number) => into.uint32(field << 3).int64(value)

function attribute(name: string, value: Attribute): Writer {
  const a = text(message(), 1, name)
  if (typeof value === 'number') return integer(integer(a, 3, value), 20, attributeType.int)
  if (typeof value === 'string')
    return integer(a.uint32((4 << 3) | 2).bytes(Buffer.from(value)), 20, attributeType.string)
  if ('float' in value)
    return integer(a.uint32((2 << 3) | 5).float(value.float), 20, attributeType.float)
  for (const item of value) integer(a, 8, item)
  return integer(a, 20, attributeType.ints)
}

function tensor(name: string, type: ElementType, dims: readonly number[], raw: Uint8Array): Writer {
  const t = message()
  for (const dim of dims) integer(t, 1, dim)
  integer(t, 2, elementType[type])
  return text(t, 8, name)
    .uint32((9 << 3) | 2)
    .bytes(raw)
}

function valueInfo(name: string, type: ElementType, dims?: readonly Dimension[]): Writer {
  const tensorType = integer(message(), 1, elementType[type])
  const shape = message()
  for (const dim of dims ?? [])
    embed(shape, 1, typeof dim === 'number' ? integer(message(), 1, dim) : text(message(), 2, dim))
  if (dims) embed(tensorType, 2, shape)
  return embed(text(message(), 1, name), 2, embed(message(), 1, tensorType))
}

/** A graph under construction: every call adds something and gives the name of the value it makes. */
export type GraphWriter = {
  input(name: string, type: ElementType, dims: readonly Dimension[]): string
  /** Names a value as an output of the model; its shape is left to the runtime to infer. */
  output(value: string): void
  floats(values: Float32Array, dims: readonly number[]): string
  integers(values: readonly number[]): string
  node(op: string, inputs: readonly string[], attributes?: Record<string, Attribute>): string
  /** The serialised ModelProto. */
  finish(): Uint8Array
}

export function createGraphWriter(graphName: string): GraphWriter {
  const nodes: Writer[] = []
  const initialisers: Writer[] = []
  const inputs: Writer[] = []
  const outputs: Writer[] = []
  let values = 0
  const fresh = () => `v${values++}`
  const bytesOf = (array: Float32Array | BigInt64Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

  return {
    input(name, type, dims) {
      inputs.push(valueInfo(name, type, dims))
      return name
    },
    output(value) {
      outputs.push(valueInfo(value, 'float32'))
    },
    floats(array, dims) {
      const name = fresh()
      initialisers.push(tensor(name, 'float32', dims, bytesOf(array)))
      return name
    },
    integers(array) {
      const name = fresh()
      const raw = bytesOf(BigInt64Array.from(array, BigInt))
      initialisers.push(tensor(name, 'int64', [array.length], raw))
      return name
    },
    node(op, inputNames, attributes = {}) {
      const name = fresh()
      const n = message()
      for (const input of inputNames) text(n, 1, input)
      text(text(text(n, 2, name), 3, name), 4, op)
      for (const [key, value] of Object.entries(attributes)) embed(n, 5, attribute(key, value))
      nodes.push(n)
      return name
    },
    finish() {
      const graph = message()
      for (const n of nodes) embed(graph, 1, n)
      text(graph, 2, graphName)
      for (const i of initialisers) embed(graph, 5, i)
      for (const i of inputs) embed(graph, 11, i)
      for (const o of outputs) embed(graph, 12, o)
      const model = integer(message(), 1, irVersion)
      embed(model, 7, graph)
      return embed(model, 8, integer(message(), 2, opsetVersion)).finish()
    },
  }
}
