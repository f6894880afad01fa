import { table } from '../statistics.ts'
import { seededRandom } from './cross.ts'
import { identify, type People } from './identification.ts'
import type { RecogniserCard } from '../../src/face/index.ts'
import type { Measured } from './measures.ts'

/** Strangers and employees who were photographed in one place, at the program's own thresholds. */
export type Place = {
  readonly name: string
  readonly recogniser: string
  readonly templates: number
  readonly employees: number
  readonly galleries: number
  readonly strangers: number
  readonly probes: number
  readonly rates: readonly {
    readonly target: number
    readonly fpir: number
    readonly fnir: number
  }[]
}

const rounds = 10
/** In each round every person is a stranger once, and enrolled three times. */
const parts = 4

/**
 * Draws galleries of three quarters of the people, with some of their photos as templates; the others are
 * strangers to it.
 */
export function atOnePlace(
  card: RecogniserCard,
  name: string,
  people: People,
  templates: number,
): Place {
  const random = seededRandom(1)
  const sums = { strangers: 0, probes: 0, employees: 0 }
  const wrongs = new Map<number, { taken: number; missed: number }>()
  for (let round = 0; round < rounds; round++) {
    const drawn = shuffled([...people], random)
    for (let part = 0; part < parts; part++) {
      const enrolled = new Map<string, readonly Measured[]>()
      const probes = new Map<string, readonly Measured[]>()
      const strangers = new Map<string, readonly Measured[]>()
      drawn.forEach(([person, all], i) => {
        const photos = shuffled(all, random)
        if (i % parts === part) strangers.set(person, photos)
        else {
          enrolled.set(person, photos.slice(0, templates))
          if (photos.length > templates) probes.set(person, photos.slice(templates))
        }
      })
      const found = identify(card, enrolled, probes, strangers)
      sums.strangers += found.strangers
      sums.probes += found.mated
      sums.employees += found.employees
      for (const { target, falsePositives, misses } of found.decided) {
        const { taken, missed } = wrongs.get(target) ?? { taken: 0, missed: 0 }
        wrongs.set(target, { taken: taken + falsePositives, missed: missed + misses })
      }
    }
  }
  const galleries = rounds * parts
  return {
    name,
    recogniser: card.name,
    templates,
    employees: Math.round(sums.employees / galleries),
    galleries,
    strangers: sums.strangers,
    probes: sums.probes,
    rates: [...wrongs].map(([target, { taken, missed }]) => ({
      target,
      fpir: taken / sums.strangers,
      fnir: missed / sums.probes,
    })),
  }
}

export const placeTable = (places: readonly Place[]): string =>
  table(
    [
      'set',
      'recogniser',
      'templates each',
      'employees',
      'galleries',
      'target FPIR',
      'FPIR',
      'FNIR',
    ],
    places.flatMap(({ name, recogniser, templates, employees, galleries, rates }) =>
      rates.map(({ target, fpir, fnir }) => [
        name,
        recogniser,
        ...[templates, employees, galleries].map(String),
        target.toExponential(0),
        fpir.toFixed(4),
        fnir.toFixed(3),
      ]),
    ),
  )

/** The same in an order by chance. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((p, q) => p.at - q.at)
    .map(({ value }) => value)
}
