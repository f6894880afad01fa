import type { FastifyRequest } from 'fastify'
import { isStorable } from '../time/name.ts'
import { Problem } from './problems.ts'

/**
 * Refuses a request whose JSON or query holds a text that not every database can keep, whatever field it is:
 * a route that forgets to look would answer on one database and break on another.
 */
export async function refuseUnstorable({ body, query }: FastifyRequest): Promise<void> {
  const field = unstorableIn(query, '') ?? (isPlain(body) ? unstorableIn(body, '') : undefined)
  if (field === undefined) return
  throw new Problem('invalid-request', `"${field}" holds what is no character.`, { field })
}

/** Deeper than any body of ours; thousands would leave no stack for whoever looks at them. */
const maxDepth = 32

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null))

/** The path of the first text that cannot be kept; a name of a field that cannot is not repeated. */
function unstorableIn(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (!isPlain(value)) return undefined
  if (depth > maxDepth) throw new Problem('invalid-request', 'The request is nested too deep.')
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path || 'body'
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = unstorableIn(inner, at, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
