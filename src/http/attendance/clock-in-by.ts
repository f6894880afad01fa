import { wayAt, type Shown } from '../../access/credentials/site-mode.ts'
import { type Principal, reaches, sitesOf } from '../../access/principal.ts'
import type { ClockInResult, Stated } from '../../attendance/clock-in.ts'
import type { RecordOrigin } from '../../attendance/record.ts'
import type { Receipt } from '../../ports/receipt.ts'
import { recordKinds } from '../../time/record-kind.ts'
import { tooManyAttempts } from '../access/refusals.ts'
import { refusedPhoto } from './refused-photo.ts'
import type { PhotoForm } from '../identity/photo-form.ts'
import { requireFace } from '../privacy/face-refusals.ts'
import { Problem } from '../problems.ts'
import { modeInUse } from './mode-in-use.ts'
import type { Services } from '../services.ts'

/** What somebody who clocks in may say besides a photo. */
export const clockInFields = ['kind', 'site', 'number', 'pin', 'badge'] as const

type Fields = Readonly<Partial<Record<(typeof clockInFields)[number], string>>>

/**
 * Clocks somebody in by what a form shows: a face, a badge, a number with its PIN, or one of these and the
 * face, as the site takes it. Throws a Problem for whatever is not taken.
 */
export async function clockInBy(
  form: PhotoForm,
  by: Principal,
  services: Services,
  receipt: Receipt<ClockInResult> | undefined,
): Promise<ClockInResult> {
  const fields: Fields = form.fields
  const [photo] = form.photos
  if (photo !== undefined) requireFace(await services.privacy.faceRule())
  const shown: Shown = { says: saysOf(fields), showsFace: photo !== undefined }
  const stated = await statedBy(by, fields, services)
  const way = wayAt(await modeAt(stated.siteId, services), shown)
  if (way === undefined)
    throw new Problem('way-not-taken', 'People clock in otherwise at this site.')
  const origin = originOf(by, shown)
  if (way === 'identify') {
    if (photo === undefined) {
      throw new Problem(
        'missing-photo',
        'Please send a photo, a badge, or a number with its PIN.',
        { field: 'photo' },
      )
    }
    return services.clockIn(photo, receipt, { ...stated, origin }, form.signal)
  }
  const employeeId = await whoSays(fields, by, services)
  if (photo !== undefined) await confirm(employeeId, photo, services, form.signal)
  else if (way === 'confirm-if-enrolled') await needNoFace(employeeId, services)
  return services.clockInAs(employeeId, receipt, { ...stated, origin })
}

function saysOf({ number, pin, badge }: Fields): Shown['says'] {
  if ((number === undefined) !== (pin === undefined)) {
    const field = number === undefined ? 'number' : 'pin'
    throw new Problem('invalid-request', 'A number goes with its PIN.', { field })
  }
  if (badge === undefined) return number === undefined ? 'nothing' : 'pin'
  if (number === undefined) return 'badge'
  throw new Problem('invalid-request', 'Please send a badge or a number, not both.', {
    field: 'badge',
  })
}

/** The site of a kiosk or of a key for one site is theirs, whatever they say; others may name one. */
async function statedBy(
  by: Principal,
  { kind: rawKind, site }: Fields,
  { store }: Services,
): Promise<Stated> {
  const kind = recordKinds.find((known) => known === rawKind)
  if (rawKind !== undefined && kind === undefined) {
    throw new Problem('invalid-request', `"kind" must be one of ${recordKinds.join(', ')}.`, {
      field: 'kind',
    })
  }
  const reached = sitesOf(by)
  const isForeign = site !== undefined && !reaches(reached, site)
  if (isForeign || (site !== undefined && !(await store.sites.find(site)))) {
    throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'site' })
  }
  const siteId = site ?? (reached !== 'all' && reached.length === 1 ? reached[0] : undefined)
  return { ...(kind && { kind }), ...(siteId !== undefined && { siteId }) }
}

const modeAt = (siteId: string | undefined, services: Services) =>
  siteId === undefined ? 'face-or-pin' : modeInUse(siteId, services)

function originOf(by: Principal, { says, showsFace }: Shown): RecordOrigin {
  const way = says === 'nothing' ? 'face' : (`${says}${showsFace ? '-and-face' : ''}` as const)
  return { way, ...(by.kind === 'kiosk' && { kioskId: by.id }) }
}

/** Who somebody says they are, which their PIN or badge proves. */
async function whoSays(
  { number = '', pin = '', badge }: Fields,
  by: Principal,
  { door }: Services,
): Promise<string> {
  if (badge !== undefined) {
    const owner = await door.badges.ownerOf(badge)
    if (owner === undefined) {
      throw new Problem('unknown-badge', 'It was made anew or revoked, or never was one.')
    }
    return owner
  }
  const device = `${by.kind}:${'id' in by ? by.id : ''}`
  const check = await door.pins.check({ number, pin, device })
  switch (check.outcome) {
    case 'known':
      return check.employeeId
    case 'wrong-pin':
      throw new Problem('wrong-pin', 'The number or the PIN is wrong, or the PIN is disabled.')
    case 'too-many-tries':
      throw tooManyAttempts(check.waitSeconds)
  }
}

/** Compares with this employee only. Of whom no template is kept, there is nothing to compare with. */
async function confirm(
  employeeId: string,
  photo: Uint8Array,
  { verify }: Services,
  signal: AbortSignal,
): Promise<void> {
  const result = await verify(employeeId, photo, signal)
  if (result.outcome === 'match' || result.outcome === 'no-template') return
  if (result.outcome === 'no-match') {
    throw new Problem('face-differs', 'This is not the face of whose badge or number it is.')
  }
  throw refusedPhoto(result)
}

async function needNoFace(employeeId: string, { store }: Services): Promise<void> {
  const employee = await store.employees.find(employeeId)
  if (employee && employee.templates > 0) {
    throw new Problem('face-needed', 'Please show your face as well, or your number and PIN.')
  }
}
