import { similarity } from '../face/index.ts'
import type { Template } from './template.ts'

type Choice = Pick<Template, 'embedding' | 'view'>

/** What a template of which nothing is known counts as: an average photo. */
const unknownQuality = 60

/**
 * Which templates to drop so that `most` are left: of the two most alike the poorer one, and so on. One that
 * alone shows its side stays as long as others can go. Of two as good the earlier one in the list goes.
 */
export function spareTemplates(templates: readonly Choice[], most: number): Set<number> {
  const kept = new Map(templates.map((template, index) => [index, template]))
  const dropped = new Set<number>()
  while (kept.size > Math.max(0, most)) {
    const index = poorerOfMostAlike(kept) ?? (kept.keys().next().value as number)
    kept.delete(index)
    dropped.add(index)
  }
  return dropped
}

function poorerOfMostAlike(kept: ReadonlyMap<number, Choice>): number | undefined {
  const pairs = [...kept].flatMap(([a, first]) =>
    [...kept].flatMap(([b, second]) =>
      a < b ? [{ a, b, alike: similarity(first.embedding, second.embedding) }] : [],
    ),
  )
  pairs.sort((p, q) => q.alike - p.alike)
  for (const { a, b } of pairs) {
    const poorerFirst = qualityOf(kept.get(a)) <= qualityOf(kept.get(b)) ? [a, b] : [b, a]
    const free = poorerFirst.find((index) => !isOnlyOfItsSide(index, kept))
    if (free !== undefined) return free
  }
  return pairs[0]?.a
}

const qualityOf = (choice: Choice | undefined) => choice?.view?.quality ?? unknownQuality

function isOnlyOfItsSide(index: number, kept: ReadonlyMap<number, Choice>): boolean {
  const side = kept.get(index)?.view?.side
  if (side === undefined) return false
  return ![...kept].some(([other, { view }]) => other !== index && view?.side === side)
}
