import { Temporal } from 'temporal-polyfill'
import { createImpostorModel, type Embedding, type RecogniserCard } from '../../src/face/index.ts'
import { readCalibration } from '../../src/identity/calibration.ts'
import { decisionSettings, type Decision } from '../../src/identity/decision.ts'
import { createGallery } from '../../src/identity/gallery.ts'
import { createIdentify, createPolicies } from '../../src/identity/identify.ts'
import { searchScopes, type SearchScope } from '../../src/identity/search-scope.ts'
import { table } from '../statistics.ts'
import { seededRandom } from './cross.ts'
import type { People } from './identification.ts'
import { shuffled } from './places.ts'

/** How it goes at sites that look for faces in one way. */
export type AtSites = {
  readonly recogniser: string
  readonly scope: SearchScope
  readonly sites: number
  readonly employeesEach: number
  /** Probes of employees at their own site, and of those who come to another one. */
  readonly probes: number
  readonly missed: number
  readonly visitorsMissed: number
  /** Probes taken for somebody else, at either. */
  readonly wrong: number
  /** Each stranger comes to each site. */
  readonly strangers: number
  readonly taken: number
}

const siteCount = 20
const createdAt = Temporal.Instant.from('2026-01-01T00:00:00Z')

/** Divides employees among sites by chance, and looks for them, and for strangers, in each of the ways there are. */
export function atSites(
  card: RecogniserCard,
  enrolled: People,
  probes: People,
  strangers: People,
): AtSites[] {
  const gallery = createGallery(createImpostorModel(card))
  for (const [employeeId, photos] of enrolled)
    gallery.add(
      photos.map(({ template }, i) => ({
        id: `${employeeId} ${i}`,
        employeeId,
        embedding: { model: card.recipe, vector: template },
        createdAt,
      })),
    )
  const usual = decisionSettings({ targetFpir: undefined, minMargin: undefined })
  const calibration = readCalibration(card)
  const identify = createIdentify(
    gallery,
    createPolicies({ gallery, calibration, settings: usual }),
  )
  const drawn = shuffled([...enrolled.keys()], seededRandom(1))
  const siteOf = new Map(drawn.map((person, i) => [person, i % siteCount]))
  const sites = Array.from(
    { length: siteCount },
    (_, site) => new Set(drawn.filter((person) => siteOf.get(person) === site)),
  )
  const face = ({ probe }: { readonly probe: Float32Array }): Embedding => ({
    model: card.recipe,
    vector: probe,
  })

  return searchScopes.map((scope) => {
    const ask = (one: Embedding, site: number): Decision =>
      identify(one, { scope, own: sites[site] ?? new Set() })
    const tally = { probes: 0, missed: 0, visitorsMissed: 0, wrong: 0, strangers: 0, taken: 0 }
    for (const [person, photos] of probes)
      for (const one of photos.map(face)) {
        const own = siteOf.get(person) ?? 0
        const isRight = (site: number) => {
          const decision = ask(one, site)
          if (decision.outcome !== 'match') return false
          if (decision.employeeId !== person) tally.wrong++
          return decision.employeeId === person
        }
        tally.probes++
        if (!isRight(own)) tally.missed++
        if (!isRight((own + 1) % siteCount)) tally.visitorsMissed++
      }
    for (const one of [...strangers.values()].flat().map(face))
      for (let site = 0; site < siteCount; site++) {
        tally.strangers++
        if (ask(one, site).outcome === 'match') tally.taken++
      }
    return {
      recogniser: card.name,
      scope,
      sites: siteCount,
      employeesEach: Math.round(enrolled.size / siteCount),
      ...tally,
    }
  })
}

export const sitesTable = (rows: readonly AtSites[]): string =>
  table(
    [
      'recogniser',
      'looked for',
      'sites',
      'employees each',
      'FNIR at their own site',
      'FNIR at another one',
      'wrong person',
      'strangers taken',
    ],
    rows.map((row) => [
      row.recogniser,
      row.scope,
      String(row.sites),
      String(row.employeesEach),
      (row.missed / row.probes).toFixed(3),
      (row.visitorsMissed / row.probes).toFixed(3),
      String(row.wrong),
      `${row.taken} of ${row.strangers} (${(row.taken / row.strangers).toFixed(5)})`,
    ]),
  )
