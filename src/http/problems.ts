import type { UnreadableReason } from '../identity/photo-verdict.ts'

/** Every reason for which a request can be refused, with its status and what it means in general. */
const catalogue = {
  'invalid-request': [400, 'The request is not what this address takes'],
  'malformed-body': [400, 'The body of the request cannot be read'],
  'missing-photo': [400, 'The request has no photo'],
  'invalid-range': [400, 'The range of time is empty or runs backwards'],
  'range-too-long': [400, 'The range of time is too long'],
  'not-signed-in': [401, 'The request does not say who asks'],
  'wrong-credentials': [401, 'The name or the password is wrong'],
  'second-factor-needed': [401, 'A second factor is needed as well'],
  'wrong-code': [401, 'The code is wrong, or was used before'],
  'wrong-passkey': [401, 'The passkey is none of ours, or for something else'],
  'no-such-passkey': [404, 'There is no such passkey'],
  'second-factor-missing': [403, 'A second factor has to be added first'],
  'second-factor-on': [409, 'There is a second factor already'],
  'no-second-factor': [409, 'There is no second factor'],
  'not-a-kiosk': [401, 'This is none of the kiosks'],
  'stale-nonce': [401, 'The nonce is too old, or none of ours'],
  'request-replayed': [409, 'The request was sent before'],
  'no-such-kiosk': [404, 'There is no such kiosk'],
  'unknown-code': [422, 'No kiosk waits with this code'],
  'unknown-badge': [422, 'The badge belongs to nobody'],
  'wrong-pin': [422, 'The number or the PIN is wrong'],
  'face-differs': [422, 'The face is that of somebody else'],
  'face-needed': [422, 'The face is needed as well'],
  'way-not-taken': [422, 'People clock in otherwise at this site'],
  'too-late': [422, 'It is too late for that'],
  'not-allowed': [403, 'This is for others to do'],
  'cross-site-request': [403, 'The request comes from another site'],
  'https-needed': [403, 'This is sent over HTTPS only'],
  'setup-link-invalid': [403, 'The setup link was used or is too old'],
  'no-such-operator': [404, 'There is no such operator'],
  'no-such-api-key': [404, 'There is no such API key'],
  'already-set-up': [409, 'The program is set up already'],
  'name-taken': [409, 'Another operator has this name'],
  'last-admin': [409, 'The last admin stays one'],
  'weak-password': [422, 'The password is too easy to guess'],
  'too-many-attempts': [429, 'Too many attempts in a short time'],
  'too-many-requests': [429, 'Too many requests in a short time'],
  'not-set-up': [503, 'The program is not set up yet'],
  'face-not-allowed': [403, 'Faces are not used here'],
  'notice-not-published': [409, 'People have not been told yet what becomes of their data'],
  'consent-missing': [422, 'Nobody is enrolled who has not agreed'],
  'consent-outdated': [422, 'Another notice was agreed to than the one that is published'],
  'privacy-not-set-up': [409, 'Nobody has said in which country the clock stands'],
  'no-such-notice': [404, 'There is no such notice'],
  'no-such-address': [404, 'There is nothing at this address'],
  'no-such-employee': [404, 'There is no such employee'],
  'no-such-site': [404, 'There is no such site'],
  'no-such-schedule': [404, 'There is no such schedule'],
  'no-such-assignment': [404, 'There is no such assignment'],
  'no-such-leave': [404, 'There is no such leave'],
  'no-such-correction': [404, 'There is no such correction'],
  'already-decided': [409, 'The correction was decided before'],
  'in-use': [409, 'It is or was in use'],
  archived: [422, 'It is out of use'],
  'already-enrolled': [409, 'The face is that of another employee'],
  'number-taken': [409, 'Another employee has this number'],
  'request-timeout': [408, 'The request did not arrive in time'],
  'request-too-large': [413, 'The request is too large'],
  'too-many-photos': [413, 'The request has too many photos'],
  'unsupported-media-type': [415, 'The body is not of the type that this address takes'],
  'idempotency-key-reused': [422, 'The key was used for another request'],
  'invalid-name': [422, 'The name cannot be used'],
  'invalid-number': [422, 'The number cannot be used'],
  'invalid-value': [422, 'A value is not what its field takes'],
  'unknown-zone': [422, 'There is no such time zone'],
  'wall-time-skipped': [422, 'The clocks never showed this time'],
  'wall-time-twice': [422, 'The clocks showed this time twice'],
  'in-the-future': [422, 'This has not happened yet'],
  'shift-empty': [422, 'The shift has no length'],
  'shifts-overlap': [422, 'Two shifts overlap'],
  'rewrites-the-past': [422, 'Days already worked keep their rules'],
  'leaves-overlap': [422, 'The leave overlaps another'],
  'not-a-calendar': [422, 'The file is not a calendar'],
  'no-such-record': [422, 'There is no such record'],
  'record-void': [422, 'The record does not count any more'],
  'record-changed': [422, 'The record has become another since'],
  'records-overlap': [422, 'Another record is at this moment'],
  'own-correction': [422, 'Nobody approves a correction of their own'],
  'import-refused': [422, 'The file cannot be imported'],
  'unreadable-photo': [422, 'The photo cannot be looked at'],
  'no-photo-accepted': [422, 'None of the photos can be used'],
  'no-template': [422, 'The employee has no template to compare with'],
  'no-face': [422, 'There is no face in the photo'],
  'several-faces': [422, 'There is more than one face in the photo'],
  'poor-quality': [422, 'The face cannot be seen well enough'],
  unknown: [422, 'The face belongs to nobody who is enrolled'],
  ambiguous: [422, 'The face looks like more than one employee'],
  'internal-error': [500, 'Something broke on the server'],
  'not-ready': [503, 'The server is not ready'],
  overloaded: [503, 'The server has too many photos to look at'],
  'face-not-installed': [422, 'Faces cannot be looked at here'],
  'engine-unavailable': [503, 'The photo could not be looked at this time'],
  timeout: [503, 'The answer took too long'],
  'store-unreachable': [503, 'The database cannot be reached'],
  'store-broken': [503, 'The database cannot be relied on'],
  'disk-full': [507, 'There is no space left to record anything'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof catalogue

export const problemCodes = Object.keys(catalogue) as ProblemCode[]

/** The status that says best why a photo cannot be looked at. */
const unreadableStatus = {
  empty: 422,
  'too-many-bytes': 413,
  'too-many-pixels': 413,
  'several-frames': 422,
  'unsupported-format': 415,
  damaged: 422,
} as const satisfies Record<UnreadableReason, number>

/** Facts that go with a code: which field, what is wrong with it, what became of each photo. */
export type ProblemExtras = {
  readonly field?: string
  readonly reason?: string
  readonly reasons?: readonly string[]
  readonly count?: number
  readonly photos?: readonly unknown[]
  readonly problems?: readonly { code: string; field: string; detail: string }[]
}

/** Thrown to refuse a request. Everything in it but `cause` is for the caller to read. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  readonly extras: ProblemExtras
  /** When asking again may help, in seconds; undefined when it will not. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ProblemCode,
    detail: string,
    extras: ProblemExtras = {},
    options: ErrorOptions & { retryAfterSeconds?: number; status?: number } = {},
  ) {
    super(detail, options)
    this.code = code
    this.status = options.status ?? catalogue[code][0]
    this.extras = extras
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  /** The body of the answer (RFC 9457). */
  toJSON() {
    return {
      type: `urn:pointeuse:problem:${this.code}`,
      title: catalogue[this.code][1],
      status: this.status,
      code: this.code,
      detail: this.message,
      ...this.extras,
    }
  }
}

/** The refusal of a photo that cannot be looked at. */
export function unreadablePhoto(reason: UnreadableReason): Problem {
  const detail = `The photo cannot be looked at: ${reason}.`
  return new Problem('unreadable-photo', detail, { reason }, { status: unreadableStatus[reason] })
}
