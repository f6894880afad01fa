import type { Choices } from './choices.ts'
import { profileOf } from './countries/profiles.ts'

/** Why no face may be looked at. */
export type FaceRefusal =
  /** Nobody has said yet in which country the clock stands. */
  | 'not-set-up'
  /** The country's authority holds it to be out of proportion, and nobody wrote down a reason against that. */
  | 'off-by-default'
  /** The country's authority has to allow it first, and no number of such an authorisation is known. */
  | 'no-authorisation'
  | 'switched-off'

export type FaceRule =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: FaceRefusal }

/** Whether faces may be enrolled and looked at. No reason stands in for an authorisation that a law asks for. */
export function faceRuleOf(choices: Choices | undefined): FaceRule {
  if (choices === undefined) return refused('not-set-up')
  const { face, country, authorisation } = choices
  if (face.use === 'off') return refused('switched-off')
  const byDefault = profileOf(country).face
  if (byDefault === 'needs-authorisation' && authorisation === null)
    return refused('no-authorisation')
  if (byDefault === 'off' && face.use !== 'on') return refused('off-by-default')
  return { allowed: true }
}

const refused = (reason: FaceRefusal): FaceRule => ({ allowed: false, reason })
