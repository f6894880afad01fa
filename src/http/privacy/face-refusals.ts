import type { ConsentReading } from '../../privacy/consents.ts'
import type { FaceRefusal, FaceRule } from '../../privacy/face-rule.ts'
import { Problem } from '../problems.ts'

/** Throws the problem `face-not-allowed` where no face may be looked at. */
export function requireFace(rule: FaceRule): void {
  if (!rule.allowed) throw faceNotAllowed(rule.reason)
}

const reasons: Readonly<Record<FaceRefusal, string>> = {
  'not-set-up': 'Nobody has said yet in which country this clock stands.',
  'off-by-default':
    'In this country faces are not used for working hours without a recorded reason.',
  'no-authorisation': 'In this country an authority has to allow the use of faces first.',
  'switched-off': 'Faces are switched off here.',
}

const faceNotAllowed = (reason: FaceRefusal) =>
  new Problem(
    'face-not-allowed',
    `${reasons[reason]} A number with a PIN, or a badge, always works.`,
    {
      reason,
    },
  )

/** What keeps templates from being made, as a problem; see `Consents.read`. */
export function noConsent(reading: Exclude<ConsentReading, { outcome: 'given' }>): Problem {
  switch (reading.outcome) {
    case 'face-not-allowed':
      return faceNotAllowed(reading.reason)
    case 'notice-not-published':
      return new Problem(
        'notice-not-published',
        reading.reason === 'none'
          ? 'Please publish a notice on the page Privacy, or by POST /privacy/notices, before anybody is enrolled.'
          : 'The published notice tells people of something else. Please publish it anew on the page Privacy.',
        { reason: reading.reason },
      )
    case 'missing':
      return new Problem(
        'consent-missing',
        'Please send "consent": where the signed paper is kept, or `notice:VERSION:LANGUAGE` for a notice agreed to on a screen.',
        { field: 'consent' },
      )
    case 'other-version':
      return new Problem(
        'consent-outdated',
        'Please show the notice that is published now: GET /notice.',
        {
          field: 'consent',
        },
      )
    case 'unusable':
      return new Problem(
        'invalid-value',
        'A consent is a place of 3 to 200 characters, or `notice:VERSION:LANGUAGE`; a language is fr, en or ar.',
        { field: 'consent' },
      )
  }
}
