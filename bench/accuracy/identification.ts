import { Temporal } from 'temporal-polyfill'
import { readCalibration } from '../../src/identity/calibration.ts'
import { decide, defaultMinMargin, policyFor } from '../../src/identity/decision.ts'
import { createGallery, type Nearest } from '../../src/identity/gallery.ts'
import { createImpostorModel, type RecogniserCard } from '../../src/face/index.ts'
import { quantile } from '../statistics.ts'
import { seededRandom } from './cross.ts'
import { squaredDistance, type Measured } from './measures.ts'

/** Photos of people, by person. */
export type People = ReadonlyMap<string, readonly Measured[]>

/** One search: what it found, and whose photo it was. */
type Search = Nearest & { readonly person: string }

/** Rates at a threshold that is set on the strangers themselves. */
export type RateAtFpir = {
  readonly fpir: number
  readonly fnir: number
  /** 95 % interval of `fnir`, by drawing employees and strangers with replacement. */
  readonly interval: readonly [number, number]
  /** Share of probes that are taken for another employee. */
  readonly wrong: number
}

export type Identification = {
  readonly employees: number
  readonly templates: number
  readonly mated: number
  readonly strangers: number
  /** Probes whose nearest template is another person's, whatever the threshold. */
  readonly rankOneWrong: number
  readonly atFpir: readonly RateAtFpir[]
  /** As the program decides by itself for this gallery, at a target. */
  readonly decided: readonly {
    readonly target: number
    readonly threshold: number
    readonly falsePositives: number
    readonly misses: number
    readonly ambiguous: number
    readonly wrong: number
  }[]
}

const createdAt = Temporal.Instant.from('2026-01-01T00:00:00Z')

/**
 * Enrols people with the photos given and searches for the probes and the strangers, with the program's own
 * gallery and decision. FNIR: share of probes whose person is not the answer; wrong: another is.
 */
export function identify(
  card: RecogniserCard,
  enrolled: People,
  probes: People,
  strangers: People,
): Identification {
  const gallery = createGallery(createImpostorModel(card))
  let next = 0
  for (const [employeeId, photos] of enrolled)
    gallery.add(
      photos.map(({ template }) => ({
        id: String(next++),
        employeeId,
        embedding: { model: card.recipe, vector: template },
        createdAt,
      })),
    )
  const search = (people: People): Search[] =>
    [...people].flatMap(([person, photos]) =>
      photos.map(({ probe }) => ({
        ...gallery.nearest({ model: card.recipe, vector: probe }),
        person,
      })),
    )
  const matedSearches = search(probes)
  const others = search(strangers)
  const calibration = readCalibration(card)
  return {
    employees: gallery.employees,
    templates: gallery.size,
    mated: matedSearches.length,
    strangers: others.length,
    rankOneWrong: matedSearches.filter((s) => s.best?.employeeId !== s.person).length,
    atFpir: ratesOf(matedSearches, others),
    decided: [1e-2, 1e-3].map((targetFpir) => {
      const policy = policyFor(
        calibration,
        gallery.size,
        { targetFpir, minMargin: defaultMinMargin },
        gallery.alikeness(calibration.nearestMean),
      )
      const own = matedSearches.map((s) => ({ person: s.person, decision: decide(s, policy) }))
      const right = own.filter(
        (s) => s.decision.outcome === 'match' && s.decision.employeeId === s.person,
      )
      const wrong = own.filter(
        (s) => s.decision.outcome === 'match' && s.decision.employeeId !== s.person,
      )
      const ambiguous = own.filter((s) => s.decision.outcome === 'ambiguous')
      return {
        target: targetFpir,
        threshold: policy.threshold,
        falsePositives: others.filter((s) => decide(s, policy).outcome === 'match').length,
        misses: own.length - right.length,
        ambiguous: ambiguous.length,
        wrong: wrong.length,
      }
    }),
  }
}

/** False positive identification rates that are reported on. */
const fpirs = [1e-1, 1e-2, 3e-3, 1e-3]
const drawings = 200

function ratesOf(mated: readonly Search[], strangers: readonly Search[]): RateAtFpir[] {
  const random = seededRandom(1)
  const draws = Array.from({ length: drawings }, () => [
    drawPeople(mated, random),
    drawPeople(strangers, random),
  ])
  return fpirs.map((fpir) => {
    const fnirs = draws.map(([own = [], others = []]) => at(own, others, fpir).fnir)
    const interval = [quantile(fnirs, 0.025), quantile(fnirs, 0.975)] as const
    return { fpir, ...at(mated, strangers, fpir), interval }
  })
}

/** As many people as there are, drawn with replacement, with all searches of each. */
function drawPeople(searches: readonly Search[], random: () => number): Search[] {
  const people = [...Map.groupBy(searches, ({ person }) => person).values()]
  return people.flatMap(() => people[Math.floor(random() * people.length)] ?? [])
}

function at(mated: readonly Search[], strangers: readonly Search[], fpir: number) {
  const best = strangers.map((s) => s.best?.score ?? -Infinity).sort((a, b) => b - a)
  const threshold = best[Math.floor(fpir * best.length)] ?? Infinity
  const above = mated.filter((s) => (s.best?.score ?? -Infinity) > threshold)
  const right = above.filter((s) => s.best?.employeeId === s.person)
  return {
    fnir: 1 - right.length / mated.length,
    wrong: (above.length - right.length) / mated.length,
  }
}

/** The same by plain Euclidean distance to the nearest template, as others do: FNIR at a few FPIR. */
export function identifyPlainly(enrolled: People, probes: People, strangers: People) {
  const templates = [...enrolled].flatMap(([person, photos]) =>
    photos.flatMap(({ plain }) => (plain ? [{ person, plain }] : [])),
  )
  const search = (people: People): Search[] =>
    [...people].flatMap(([person, photos]) =>
      photos.map((photo): Search => {
        let best = { employeeId: '', score: -Infinity }
        for (const template of templates) {
          const score = photo.plain ? -squaredDistance(template.plain, photo.plain) : -Infinity
          if (score > best.score) best = { employeeId: template.person, score }
        }
        return { best, person }
      }),
    )
  return ratesOf(search(probes), search(strangers))
}
