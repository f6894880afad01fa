/** As much of a JSON schema as says which keys an object may have. */
type Shape = {
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly const?: unknown
}

/**
 * The keys of a value that its schema does not name, as paths such as `rules.roundTo` or
 * `weeks[0].monday[0].pause`. A name that is dropped silently is a wish that is granted to nobody: of a
 * misspelt limit of overtime nobody hears until payday. Where a value may have several shapes, those count whose
 * constants it has.
 */
export function unknownKeys(shape: Shape, value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (shape.anyOf) {
    const own = shape.anyOf.filter((each) => hasItsConstants(each, value))
    const meant = own.length > 0 ? own : shape.anyOf
    const found = meant.map((each) => unknownKeys(each, value, path))
    return found.toSorted((a, b) => a.length - b.length)[0] ?? []
  }
  if (Array.isArray(value)) {
    const { items } = shape
    return items ? value.flatMap((each, i) => unknownKeys(items, each, `${path}[${i}]`)) : []
  }
  const { properties } = shape
  if (properties === undefined) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    return known === undefined ? [here] : unknownKeys(known, inner, here)
  })
}

/** Whether a value has the constants of a shape, such as `action: "add"`. */
const hasItsConstants = ({ properties = {} }: Shape, value: object): boolean =>
  Object.entries(properties).every(
    ([key, inner]) =>
      inner.const === undefined || (value as Record<string, unknown>)[key] === inner.const,
  )
