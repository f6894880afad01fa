import { readFileSync } from 'node:fs'
import { impostorsByFace } from './impostors-by-face.ts'
import type { ImpostorModel, ImpostorStatistics } from './impostors.ts'
import type { RecogniserCard } from './recognisers/card.ts'

/** What strangers reach with a recogniser: as measured for all faces together, or worked out for each. */
export function createImpostorModel(card: RecogniserCard): ImpostorModel {
  if (card.impostors === 'by-face') return impostorsByFace(card)
  const { recipe, sameShot } = card
  const statistics = JSON.parse(
    readFileSync(impostorsFile(card.name), 'utf8'),
  ) as ImpostorStatistics
  return { model: recipe, sameShot, isSameForAll: true, expect: () => statistics }
}

/** Where the committed statistics of all faces together are; `npm run bench:impostors` makes them again. */
export const impostorsFile = (name: string): URL =>
  new URL(`./models/${name}-impostors.json`, import.meta.url)
