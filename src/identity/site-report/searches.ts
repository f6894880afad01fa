import { Temporal } from 'temporal-polyfill'
import type { ImpostorModel } from '../../face/index.ts'
import { decide, type Policy } from '../decision.ts'
import { createGallery } from '../gallery.ts'
import type { Template } from '../template.ts'
import { createTally, type Rate } from './rate.ts'
import type { Sample } from './sample.ts'

export type SearchRates = {
  /** Strangers who would be taken for an employee: each person when they are left out of the gallery. */
  readonly fpir: Rate
  /** Employees who would not be recognised: each photo against all others. The next three are its parts. */
  readonly fnir: Rate
  readonly unknown: Rate
  readonly ambiguous: Rate
  readonly wrong: Rate
}

export type Searches = {
  /** In the order of the policies asked for. */
  readonly rates: readonly SearchRates[]
  /** Employees whose face is refused after their PIN or badge: each photo against the person's others. */
  readonly verificationFnmr: Rate
  /** The largest margin by which somebody else's score was ahead of the right one, above the threshold. */
  readonly largestWrongMargin: number | null
}

/** A gallery does not look at when a template was made. */
const createdAt = Temporal.Instant.fromEpochMilliseconds(0)

/** By how much strangers are ahead at a place where these people are enrolled (`Gallery.alikeness`). */
export const alikenessOf = (
  { people, photos }: Sample,
  impostors: ImpostorModel,
  reference: number,
): number => enrol(photos, people.length, impostors).gallery.alikeness(reference)

/** Everybody's templates in a gallery, and each person's templates and photos. */
function enrol(photos: Sample['photos'], people: number, impostors: ImpostorModel) {
  const gallery = createGallery(impostors)
  const templatesOf = Array.from({ length: people }, (): Template[] => [])
  const photosOf = Array.from({ length: people }, (): number[] => [])
  photos.forEach(({ person, template }, index) => {
    photosOf[person]?.push(index)
    if (!template) return
    const kept = { id: String(index), employeeId: String(person), embedding: template, createdAt }
    templatesOf[person]?.push(kept)
    gallery.add([kept])
  })
  return { gallery, templatesOf, photosOf }
}

/**
 * Asks the gallery as the door does, leave-one-out: every photo is searched once as a stranger's, in a gallery
 * without that person, and once as an employee's, in a gallery without that photo. `onPhoto` is told after each.
 */
export function searchAll(
  { people, photos }: Sample,
  impostors: ImpostorModel,
  policies: readonly Pick<Policy, 'threshold' | 'minMargin'>[],
  verificationThreshold: number,
  onPhoto: () => void = () => undefined,
): Searches {
  const { gallery, templatesOf, photosOf } = enrol(photos, people.length, impostors)
  const tally = () => createTally(people.length)
  const tallies = policies.map((policy) => ({
    policy,
    fpir: tally(),
    fnir: tally(),
    unknown: tally(),
    ambiguous: tally(),
    wrong: tally(),
  }))
  const verification = tally()
  let largestWrongMargin: number | null = null

  for (const [person, own] of templatesOf.entries()) {
    const employeeId = String(person)
    const probes = (photosOf[person] ?? []).flatMap((index) => {
      const probe = photos[index]?.probe
      return probe ? [{ id: String(index), probe }] : []
    })
    gallery.remove(employeeId)
    if (gallery.employees > 0) {
      for (const { probe } of probes) {
        const nearest = gallery.nearest(probe)
        for (const { policy, fpir } of tallies)
          fpir.add(person, decide(nearest, policy).outcome === 'match')
      }
    }
    gallery.add(own)
    for (const { id, probe } of probes) {
      const itself = own.filter((template) => template.id === id)
      if (own.length > itself.length) {
        gallery.remove(employeeId, new Set([id]))
        verification.add(
          person,
          (gallery.scoreOf(employeeId, probe) ?? -Infinity) < verificationThreshold,
        )
        const nearest = gallery.nearest(probe)
        const { best, second } = nearest
        for (const { policy, ...counts } of tallies) {
          const decision = decide(nearest, policy)
          const isRight = decision.outcome === 'match' && decision.employeeId === employeeId
          counts.fnir.add(person, !isRight)
          counts.unknown.add(person, decision.outcome === 'unknown')
          counts.ambiguous.add(person, decision.outcome === 'ambiguous')
          counts.wrong.add(person, decision.outcome === 'match' && !isRight)
          if (decision.outcome === 'match' && !isRight && best && second)
            largestWrongMargin = Math.max(largestWrongMargin ?? 0, best.score - second.score)
        }
        gallery.add(itself)
      }
      onPhoto()
    }
  }
  return {
    rates: tallies.map(({ fpir, fnir, unknown, ambiguous, wrong }) => ({
      fpir: fpir.rate(),
      fnir: fnir.rate(),
      unknown: unknown.rate(),
      ambiguous: ambiguous.rate(),
      wrong: wrong.rate(),
    })),
    verificationFnmr: verification.rate(),
    largestWrongMargin,
  }
}
