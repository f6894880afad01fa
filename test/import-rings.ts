import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** What a file names in its imports and exports, types included, as it is written there. */
export const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (found) => found[1] ?? '',
  )

/** The files of ours that a file imports. */
export const neighboursOf = (file: string): string[] =>
  importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => normalize(join(dirname(file), path)))

/**
 * The rings of a graph, each as the shortest way from its first node back to itself: one for each set of
 * nodes that all reach each other.
 */
export function ringsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const rings: string[][] = []
  for (const node of graph.keys()) {
    const ring = done.has(node) ? undefined : wayBack(graph, node)
    if (ring === undefined) continue
    rings.push(ring)
    // Whoever shares a ring with this node is named in it or hangs on it: open this one first.
    const ahead = reachable(graph, node)
    for (const other of ahead) if (reachable(graph, other).has(node)) done.add(other)
  }
  return rings
}

function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const seen = new Set<string>()
  const open = [...(graph.get(start) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return seen
}

function wayBack(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start]
        for (let at = node; at !== start; at = cameFrom.get(at) ?? start) way.unshift(at)
        return [start, ...way]
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return undefined
}
