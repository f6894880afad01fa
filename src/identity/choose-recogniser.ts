import {
  findRecogniser,
  recogniserCards,
  recogniserNamed,
  recogniserOf,
  type Packs,
  type RecogniserCard,
  type RecogniserName,
} from '../face/index.ts'
import type { TemplateStore } from './ports.ts'

/**
 * What recognises here. `missing`: its files are not there, or damaged. `unknown`: the database has templates of a
 * recogniser that this version does not know.
 */
export type RecogniserChoice =
  | {
      readonly outcome: 'use'
      readonly card: RecogniserCard
      /** The one before, as long as somebody is enrolled with that alone. */
      readonly former?: RecogniserCard
    }
  | { readonly outcome: 'missing'; readonly card: RecogniserCard; readonly isDamaged: boolean }
  | { readonly outcome: 'unknown'; readonly model: string }

export type ChoiceDeps = {
  readonly templates: Pick<TemplateStore, 'models'>
  readonly packs: Pick<Packs, 'state'>
  /** What the operator has changed to, whoever is enrolled with what. */
  readonly changedTo?: (() => Promise<string | undefined>) | undefined
  /** How many employees have templates, but none of these models. */
  readonly countWithout?: ((models: readonly string[]) => Promise<number>) | undefined
  /** What the operator wants as long as nobody is enrolled. */
  readonly wanted: RecogniserName | undefined
}

/**
 * The gallery decides: whoever is enrolled is recognised by what made their templates, never silently by another. Of
 * two kinds by the one of most. While nobody is enrolled it is what is wanted, or else the best whose files are there.
 */
export async function chooseRecogniser({
  templates,
  packs,
  wanted,
  changedTo,
  countWithout,
}: ChoiceDeps): Promise<RecogniserChoice> {
  const models = await templates.models()
  const counts = new Map<RecogniserCard, number>()
  for (const { model, templates: count } of models) {
    const card = recogniserOf(model)
    if (!card) return { outcome: 'unknown', model }
    counts.set(card, (counts.get(card) ?? 0) + count)
  }
  const changed = findRecogniser((await changedTo?.()) ?? '')
  if (changed) {
    const other = [...counts.keys()].find((card) => card !== changed)
    const isOver = (await countWithout?.([changed.recipe])) === 0
    const choice = await usable(changed, packs)
    if (other === undefined || isOver || choice.outcome !== 'use') return choice
    // Without the files of the one before, those who are enrolled with it would silently be nobody.
    const before = await usable(other, packs)
    return before.outcome === 'use' ? { ...choice, former: other } : before
  }
  const [kept] = [...counts].sort(([, p], [, q]) => q - p)
  if (kept) return usable(kept[0], packs)
  if (wanted !== undefined) return usable(recogniserNamed(wanted), packs)
  for (const card of recogniserCards)
    if ((await packs.state(card)) === 'complete') return { outcome: 'use', card }
  return { outcome: 'use', card: recogniserNamed('builtin') }
}

/** The same before a database was asked: as while nobody is enrolled. */
export const chooseBeforeAnybody = (
  deps: Pick<ChoiceDeps, 'packs' | 'wanted'>,
): Promise<RecogniserChoice> => chooseRecogniser({ ...deps, templates: { models: async () => [] } })

/** The name of a recogniser that is better than one; undefined for the best. */
export function betterThan(card: RecogniserCard): string | undefined {
  const [best] = recogniserCards
  return best === card ? undefined : best?.name
}

async function usable(
  card: RecogniserCard,
  packs: Pick<Packs, 'state'>,
): Promise<RecogniserChoice> {
  const state = await packs.state(card)
  if (state === 'complete') return { outcome: 'use', card }
  return { outcome: 'missing', card, isDamaged: state === 'damaged' }
}
