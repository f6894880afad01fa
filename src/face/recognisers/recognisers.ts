import { builtin } from './builtin.ts'
import type { Recogniser, RecogniserCard, RecogniserName } from './card.ts'
import type { Recipe } from '../recipe.ts'
import { retail0095 } from './retail-0095.ts'

/** All that this version can recognise with, the best first. */
const recognisers: Readonly<Record<RecogniserName, Recogniser>> = {
  'retail-0095': retail0095,
  builtin,
}

export const recogniserCards: readonly RecogniserCard[] = Object.values(recognisers).map(
  ({ card }) => card,
)

/** The card of a recogniser. */
export const recogniserNamed = (name: RecogniserName): RecogniserCard => recognisers[name].card

/** What a recogniser's embeddings are made of; may read files. */
export const createRecipe = (name: RecogniserName): Recipe => recognisers[name].createRecipe()

/** The recogniser that a word names; undefined when this version knows none of that name. */
export const findRecogniser = (word: string): RecogniserCard | undefined =>
  recogniserCards.find(({ name }) => name === word)

/** The recogniser that makes embeddings of this kind, or did so in an earlier version. */
export const recogniserOf = (recipe: string): RecogniserCard | undefined =>
  recogniserCards.find((card) => card.recipe === recipe || card.earlierRecipes.includes(recipe))
