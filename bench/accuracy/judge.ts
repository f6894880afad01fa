import { atSites, type AtSites } from './by-site.ts'
import { identify, identifyPlainly, type Identification, type People } from './identification.ts'
import { measuresOf, shipped, type Measured } from './measures.ts'
import type { Known } from './known.ts'
import { photosOf, type PairList } from './pairs.ts'
import { verify, type Verification } from './verification.ts'

/** Everything that ships was derived from the first folds; what follows is judged on the others. */
const judgedFolds = ['3', '4']
const templateCounts = [1, 2, 3, 5]

/** What was found with so many templates each, by a recogniser and, beside builtin, by plain dlib. */
export type IdentificationRow = {
  readonly count: number
  readonly found: Identification
  readonly plainly?: ReturnType<typeof identifyPlainly>
}

/** How right a recogniser is. */
export type Judged = {
  readonly name: string
  readonly verifications: readonly Verification[]
  readonly identifications: readonly IdentificationRow[]
  /** The same people, with one template each, divided among sites. */
  readonly sites: readonly AtSites[]
}

/** The people to be found, on the folds that nothing was derived from, and strangers to them. */
function peopleOf(list: PairList, known: Known['known']) {
  const judged = new Set(
    photosOf(list.pairs.filter(({ fold }) => fold !== undefined && judgedFolds.includes(fold))),
  )
  const people = byPerson(list, known, (path) => judged.has(path))
  const others = byPerson(list, known, (path) => !judged.has(path))
  const strangers = new Map([...others].filter(([person]) => !people.has(person)))
  return { judged, people, strangers }
}

/** The same people divided among sites, with one template each. */
export function judgeSites(list: PairList, { card, known }: Known): AtSites[] {
  const { people, strangers } = peopleOf(list, known)
  return atSites(card, ...split(people, 1), strangers)
}

/** 1:1 and 1:N, on the folds that nothing was derived from, by the labels of this list. */
export function judge(
  list: PairList,
  { card, known, failures }: Known,
  steps: 'all' | 'shipped',
): Judged {
  const { judged, people, strangers } = peopleOf(list, known)
  const measures = steps === 'all' ? measuresOf(card) : [shipped(card)]
  return {
    name: card.name,
    verifications: measures.map((measure) =>
      verify(list, known, measure, (path) => judged.has(path)),
    ),
    identifications: templateCounts.map((count) => {
      const [enrolled, probes] = split(people, count)
      return {
        count,
        found: identify(card, enrolled, probes, strangers),
        ...(card.name === 'builtin' && { plainly: identifyPlainly(enrolled, probes, strangers) }),
      }
    }),
    sites: steps === 'shipped' ? judgeSites(list, { card, known, failures }) : [],
  }
}

function byPerson(
  list: PairList,
  known: ReadonlyMap<string, Measured>,
  counts: (path: string) => boolean,
): People {
  const people = new Map<string, Measured[]>()
  for (const [path, photo] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const person = list.people.get(path)
    if (person !== undefined && counts(path))
      people.set(person, [...(people.get(person) ?? []), photo])
  }
  return people
}

/** The first photos of each person become templates, at most `count`; one is left for a probe where there are two. */
function split(people: People, count: number): [enrolled: People, probes: People] {
  const enrolled = new Map<string, readonly Measured[]>()
  const probes = new Map<string, readonly Measured[]>()
  for (const [person, photos] of people) {
    const templates = Math.min(count, Math.max(1, photos.length - 1))
    enrolled.set(person, photos.slice(0, templates))
    // Only people who have so many templates are searched for: others say nothing about the number.
    if (templates === count && photos.length > count) probes.set(person, photos.slice(count))
  }
  return [enrolled, probes]
}
