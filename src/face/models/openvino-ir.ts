import sax from 'sax'

/** One operation of a graph in OpenVINO's format: what it is, its settings, and what it takes. */
export type Layer = {
  readonly id: string
  readonly name: string
  readonly type: string
  /** The attributes of its `data` element. */
  readonly data: ReadonlyMap<string, string>
  /** Ids of the layers whose values it takes, in the order of its ports. */
  readonly inputs: readonly string[]
}

/**
 * Reads the layers of an intermediate representation (IR), by id. Throws when the text is no XML, is no IR of the
 * versions 10 and 11, or leads nowhere.
 */
export function readLayers(xml: string): ReadonlyMap<string, Layer> {
  const layers = new Map<string, Omit<Layer, 'inputs'> & { data: Map<string, string> }>()
  const edges: { from: string; to: string; port: number }[] = []
  let current: { data: Map<string, string> } | undefined
  const parser = sax.parser(true)
  parser.onopentag = ({ name: tag, attributes }) => {
    const attribute = (key: string): string => {
      const value = attributes[key]
      if (typeof value !== 'string') throw new Error(`an element ${tag} without ${key}`)
      return value
    }
    if (tag === 'net' && !['10', '11'].includes(attribute('version')))
      throw new Error(`version ${attribute('version')} of the format is not known`)
    if (tag === 'layer') {
      const [id, name, type] = [attribute('id'), attribute('name'), attribute('type')]
      const layer = { id, name, type, data: new Map<string, string>() }
      layers.set(id, layer)
      current = layer
    }
    if (tag === 'data')
      for (const key of Object.keys(attributes)) current?.data.set(key, attribute(key))
    if (tag === 'edge')
      edges.push({
        from: attribute('from-layer'),
        to: attribute('to-layer'),
        port: Number(attribute('to-port')),
      })
  }
  parser.onerror = (error) => {
    throw new Error('not XML', { cause: error })
  }
  parser.write(xml).close()
  if (layers.size === 0) throw new Error('no layers')

  const inputs = new Map<string, string[]>()
  for (const { from, to } of edges.sort((p, q) => p.port - q.port)) {
    if (!layers.has(from)) throw new Error(`an edge from layer ${from}, which is not there`)
    inputs.set(to, [...(inputs.get(to) ?? []), from])
  }
  return new Map([...layers].map(([id, layer]) => [id, { ...layer, inputs: inputs.get(id) ?? [] }]))
}
