import type { Embedding, ImpostorModel } from '../face/index.ts'
import { scoreAt, type Calibration } from './calibration.ts'
import { viewOf, type TemplateView } from './coverage.ts'
import type { Policy } from './decision.ts'
import type { Gallery } from './gallery.ts'
import type { PhotoVerdict } from './photo-verdict.ts'
import {
  groupByPerson,
  isCertain,
  isRedundant,
  likeTheMiddle,
  type BothWays,
} from './same-person.ts'
import type { SoleFace } from './sole-face.ts'

/** What photos of one person to be enrolled came to. */
export type Judgement = {
  /** Faces worth a template. */
  readonly accepted: readonly UsableFace[]
  readonly verdicts: readonly PhotoVerdict[]
}

/** A face of one photo, the `index`-th of those that were sent. */
export type UsableFace = BothWays & {
  /** As the recogniser before sees it, where some are enrolled with that. */
  readonly former?: Embedding

  readonly index: number
  readonly view: TemplateView
}

export type JudgeDeps = {
  readonly gallery: Gallery
  readonly impostors: ImpostorModel
  readonly calibration: Calibration
  readonly policy: () => Pick<Policy, 'threshold'>
  /** The recogniser before, where some are enrolled with that alone. */
  readonly former?: Omit<JudgeDeps, 'former' | 'impostors'> | undefined
}

/**
 * Two photos are of one person from the score that one pair of strangers in a thousand reaches: about one
 * genuine pair in twenty stays below, and then a third photo usually joins the two.
 */
const onePersonFmr = 1e-3

/**
 * Judges what photos of somebody to enrol show, who has the `existing` templates: one good face each, all of one
 * person, who is nobody else's template yet. `twins`: those employees may look the same, as an operator has
 * confirmed.
 */
export function judgePhotos(
  deps: JudgeDeps,
  employeeId: string,
  existing: readonly Embedding[],
  faces: readonly SoleFace[],
  twins: boolean,
): Judgement {
  const usable = faces.flatMap((face, index): UsableFace[] => {
    if (face.outcome !== 'usable') return []
    const { embedding, atTheDoor, former } = face
    const view = viewOf(face.pose, face.quality)
    return [{ index, embedding, atTheDoor, ...(former && { former }), view }]
  })
  const verdicts: PhotoVerdict[] = faces.map((face, index) =>
    face.outcome === 'usable'
      ? { index, outcome: 'accepted', quality: Math.round(face.quality) }
      : { index, ...face },
  )

  const accepted: UsableFace[] = []
  const known = existing.length > 0 ? usable : asBefore(deps, employeeId, usable, verdicts)
  for (const face of ofOnePerson(deps, known, existing, verdicts)) {
    const owner = twins ? undefined : otherOwnerByEither(deps, employeeId, face)
    const kept = [...existing, ...accepted.map(({ embedding }) => embedding)]
    if (owner !== undefined)
      verdicts[face.index] = { index: face.index, outcome: 'already-enrolled', employeeId: owner }
    else if (isRedundant(face, kept, deps.impostors))
      verdicts[face.index] = { index: face.index, outcome: 'redundant' }
    else if (!isCertain(face.atTheDoor, [face.embedding], deps.impostors))
      verdicts[face.index] = { index: face.index, outcome: 'out-of-reach' }
    else accepted.push(face)
  }
  return { accepted, verdicts }
}

/**
 * Those that show the person whom the existing templates, or most of the photos, show: joined with them, and
 * like the middle of them. The others are named.
 */
function ofOnePerson(
  { impostors, calibration }: JudgeDeps,
  usable: readonly UsableFace[],
  existing: readonly Embedding[],
  verdicts: PhotoVerdict[],
): UsableFace[] {
  const { score } = scoreAt(calibration, onePersonFmr)
  const all = [...existing, ...usable.map(({ embedding }) => embedding)]
  const groups = groupByPerson(all, impostors, score)
  const own = new Set(existing.length > 0 ? groups.slice(0, existing.length) : largest(groups))
  const joined = usable.filter((_, i) => own.has(groups[existing.length + i] ?? -1))
  const faces = joined.map(({ embedding }) => embedding)
  const like = likeTheMiddle(existing, faces, impostors, score)
  // Where as many of a chain are left over, nobody can tell which end of it is meant.
  const isOpen = existing.length === 0 && like.size * 2 <= joined.length
  const same = new Set(isOpen ? [] : joined.filter((_, i) => like.has(i)))
  for (const face of usable)
    if (!same.has(face)) verdicts[face.index] = { index: face.index, outcome: 'other-person' }
  return usable.filter((face) => same.has(face))
}

/** The largest group; none where two are as large, since nobody can tell then who is meant. */
function largest(groups: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const most = Math.max(0, ...sizes.values())
  const winners = [...sizes].filter(([, size]) => size === most).map(([group]) => group)
  return winners.length === 1 ? winners : []
}

/**
 * Those that show whom the templates of the recogniser before show, of an employee who has no others: a change of the
 * recogniser is nobody's chance to become somebody else. The others are named.
 */
function asBefore(
  { former }: JudgeDeps,
  employeeId: string,
  usable: readonly UsableFace[],
  verdicts: PhotoVerdict[],
): readonly UsableFace[] {
  if (!former || former.gallery.countOf(employeeId) === 0) return usable
  const { score: threshold } = scoreAt(former.calibration, onePersonFmr)
  return usable.filter((face) => {
    const score = face.former && former.gallery.scoreOf(employeeId, face.former)
    const isSame = score !== undefined && score >= threshold
    if (!isSame) verdicts[face.index] = { index: face.index, outcome: 'other-person' }
    return isSame
  })
}

const otherOwnerByEither = (
  deps: JudgeDeps,
  employeeId: string,
  { embedding, former }: UsableFace,
): string | undefined =>
  otherOwner(deps, employeeId, embedding) ??
  (deps.former && former && otherOwner(deps.former, employeeId, former))

/** Another employee whose face this is, by the same threshold as at the door. */
function otherOwner(
  { gallery, policy }: Pick<JudgeDeps, 'gallery' | 'policy'>,
  employeeId: string,
  face: Embedding,
): string | undefined {
  const { best, second } = gallery.nearest(face)
  const other = best?.employeeId === employeeId ? second : best
  // Asked so that what is no number makes nobody a second employee.
  return other && !(other.score < policy().threshold) ? other.employeeId : undefined
}
