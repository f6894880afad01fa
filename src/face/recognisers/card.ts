import type { Recipe } from '../recipe.ts'

/** What the program can recognise with; each makes embeddings of its own kind. */
export type RecogniserName = 'builtin' | 'retail-0095'

/** A file of a recogniser that is downloaded or copied in. */
export type PackFile = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** What a recogniser is, where it comes from, and under which terms. */
export type RecogniserCard = {
  readonly name: RecogniserName
  /** Names the embeddings that it makes; see `Recipe`. */
  readonly recipe: string
  /** Those that earlier versions of it made, which are not compared any more. */
  readonly earlierRecipes: readonly string[]
  /** Numbers of an embedding. */
  readonly embeddingLength: number
  /** Whether strangers are taken to be as similar to every face, or that is worked out for each. */
  readonly impostors: 'alike' | 'by-face'
  /** See `ImpostorModel`. */
  readonly sameShot: number
  /** What has to be got; nothing where the files come inside the program's packages. */
  readonly files: readonly PackFile[]
  /** Where these are, as a URL that the name of a file is put behind. */
  readonly home?: string
  readonly licence: { readonly name: string; readonly text: string }
  /** Whose faces it learned from, as far as its makers say. */
  readonly trainingData: string
}

/** A recogniser with how it makes an embedding; to make that may read files. */
export type Recogniser = { readonly card: RecogniserCard; readonly createRecipe: () => Recipe }
