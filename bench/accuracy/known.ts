import type { RecogniserCard } from '../../src/face/index.ts'
import type { Measuring } from '../recogniser.ts'
import { embedPhotos } from './embed-photos.ts'
import { createMeasuring, type Measured } from './measures.ts'

/** Photos as one recogniser sees them. */
export type Known = {
  readonly card: RecogniserCard
  readonly known: ReadonlyMap<string, Measured>
  readonly failures: ReadonlyMap<string, string>
}

/** Looks at photos with a recogniser; see embedPhotos. */
export async function know(
  root: string,
  paths: readonly string[],
  chosen: Measuring,
  cache: string | undefined,
): Promise<Known> {
  const { photos, failures } = await embedPhotos(root, paths, chosen, cache)
  const measure = createMeasuring(chosen.card)
  const known = new Map([...photos].map(([path, embedded]) => [path, measure(embedded)]))
  return { card: chosen.card, known, failures }
}
