import type { Alignment } from './align.ts'
import type { Variant } from './embed.ts'
import type { ModelCard } from './models/manifest.ts'
import type { Purpose } from './types.ts'
import type { Weighing } from './unified-quality.ts'

/** How one model contributes to an embedding. */
export type Ingredient = {
  readonly card: ModelCard
  /** Where the face's points stand in its crops. */
  readonly alignment: Alignment
  /** The crops whose descriptors are averaged. */
  readonly crops: Readonly<Record<Purpose, readonly Variant[]>>
  /** Makes a unit vector of the mean descriptor. */
  readonly refine: (descriptor: Float32Array) => Float32Array
  /** What the length of the mean descriptor says of a face; see `QualityClues`. Of one model of a recipe at most. */
  readonly lengthTells?: Weighing
  /** Share of this model's cosine in the similarity of two embeddings; all sum to 1. */
  readonly weight: number
}

/** What an embedding is made of. */
export type Recipe = {
  /** Changes whenever anything does that moves a vector: other recipes' embeddings are never compared. */
  readonly name: string
  readonly ingredients: readonly Ingredient[]
  /** Vectors keep the length that a network gives them: for benchmarks, to compare as others do. */
  readonly keepsLength?: boolean
}

/** Whether a photo gives the same embedding for every purpose. */
export const isSameForAll = ({ ingredients }: Recipe): boolean =>
  ingredients.every(({ crops }) => crops.template === crops.probe)
