import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { RecogniserCard } from '../../src/face/index.ts'
import type { Measuring } from '../recogniser.ts'
import { table } from '../statistics.ts'
import { identify, type People } from './identification.ts'
import { know } from './known.ts'
import type { Measured } from './measures.ts'
import { atOnePlace } from './places.ts'

export type FurtherSet = Awaited<ReturnType<typeof furtherSets>>[number]

/** Colour photos and others, each set searched by one recogniser. */
export async function furtherSets(
  root: string,
  manifest: string,
  chosen: Measuring,
  cache: string | undefined,
) {
  const rows: Record<string, string>[] = parse(readFileSync(manifest), { columns: true, bom: true })
  const sets = ['deepface', 'selfies', 'orl-gray']
  const results = []
  for (const name of sets) {
    const own = rows.filter(({ path = '', identity }) => path.startsWith(`${name}/`) && identity)
    if (own.length === 0) continue
    const looked = await know(
      root,
      own.map(({ path = '' }) => path),
      chosen,
      cache === undefined ? undefined : `${cache}.${name}`,
    )
    const known = own.flatMap(({ path = '', identity = '' }) => {
      const photo = looked.known.get(path)
      return photo ? [{ person: identity, photo }] : []
    })
    results.push({
      name,
      card: chosen.card,
      known,
      photos: own.length,
      failures: looked.failures.size,
      places: [1, 3].map((count) => atOnePlace(chosen.card, name, usablePhotos(known), count)),
      ...eachAgainstOthers(chosen.card, known),
    })
  }
  return results
}

/** Those that the quality gate lets through, by person. */
function usablePhotos(known: readonly { person: string; photo: Measured }[]): People {
  const people = new Map<string, Measured[]>()
  for (const { person, photo } of known)
    if (photo.faults.length === 0) people.set(person, [...(people.get(person) ?? []), photo])
  return people
}

function eachAgainstOthers(
  card: RecogniserCard,
  all: readonly { person: string; photo: Measured }[],
) {
  const known = all.filter(({ photo }) => photo.faults.length === 0)
  const tally = {
    refused: all.length - known.length,
    rankOneWrong: 0,
    right: 0,
    notFound: 0,
    wrong: 0,
  }
  known.forEach(({ person, photo }, i) => {
    const others = new Map<string, Measured[]>()
    known.forEach((other, j) => {
      if (i !== j) others.set(other.person, [...(others.get(other.person) ?? []), other.photo])
    })
    if (!others.has(person)) return
    const {
      atFpir: _,
      decided,
      ...found
    } = identify(card, others, new Map([[person, [photo]]]), new Map())
    const strict = decided.find(({ target }) => target === 1e-3)
    if (found.rankOneWrong) tally.rankOneWrong++
    if (!strict) return
    if (strict.wrong) tally.wrong++
    else if (strict.misses) tally.notFound++
    else tally.right++
  })
  return { people: new Set(known.map(({ person }) => person)).size, ...tally }
}

export const othersTable = (sets: readonly FurtherSet[]): string =>
  table(
    [
      'set',
      'recogniser',
      'people',
      'photos',
      'no face',
      'refused by the gate',
      'rank 1 wrong',
      'decided right',
      'not found or ambiguous',
      'decided wrong',
    ],
    sets.map((s) => [
      s.name,
      s.card.name,
      ...[
        s.people,
        s.photos,
        s.failures,
        s.refused,
        s.rankOneWrong,
        s.right,
        s.notFound,
        s.wrong,
      ].map(String),
    ]),
  )
