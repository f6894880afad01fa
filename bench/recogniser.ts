import { join } from 'node:path'
import { findRecogniser, recogniserCards, type RecogniserCard } from '../src/face/index.ts'

/** Which recogniser a benchmark is of, and where its files are. */
export type Measuring = { readonly card: RecogniserCard; readonly packsDirectory: string }

/** The options that choose it. */
export const recogniserOptions = {
  recogniser: { type: 'string', default: 'builtin' },
  models: { type: 'string', default: join('data', 'models') },
} as const

export const recogniserUsage = `
  --recogniser NAME  ${recogniserCards.map(({ name }) => name).join(' or ')} (default builtin)
  --models DIR       where recognisers that were got lie, each in a folder of its name (default data/models)`

/** What was chosen. Ends the process when there is no such recogniser. */
export function measuring(values: {
  readonly recogniser: string
  readonly models: string
}): Measuring {
  const card = findRecogniser(values.recogniser)
  if (card) return { card, packsDirectory: values.models }
  console.error(`there is no recogniser ${values.recogniser}`)
  process.exit(2)
}
