import { mirrored, plain, type Variant } from './embed.ts'
import { dlibResnet, type ModelCard } from './models/manifest.ts'
import type { Purpose } from './types.ts'

/** How one model contributes to an embedding. */
export type Ingredient = {
  readonly card: ModelCard
  /** The crops whose descriptors are averaged. */
  readonly crops: Readonly<Record<Purpose, readonly Variant[]>>
  /** Share of this model's cosine similarity in the similarity of two embeddings; all sum to 1. */
  readonly weight: number
}

/** dlib's own padding around the mean face (dnn_face_recognition_ex). */
const dlibPadding = 0.25

/**
 * What an embedding is made of. The name changes whenever anything here does that moves a vector:
 * embeddings of different recipes are never compared.
 */
export const recipe = {
  name: 'dlib-resnet-v1.a',
  ingredients: [
    {
      card: dlibResnet,
      crops: {
        template: [plain(dlibPadding), mirrored(plain(dlibPadding))],
        probe: [plain(dlibPadding), mirrored(plain(dlibPadding))],
      },
      weight: 1,
    },
  ] satisfies readonly Ingredient[] as readonly Ingredient[],
} as const
