import { accepted, type Checked, refused } from './problem.ts'
import { parseZone } from './zone.ts'

/** A place where people attend. Its clocks decide when its shifts begin and which day a record is of. */
export type Site = {
  readonly id: string
  readonly name: string
  /** IANA name, `Africa/Casablanca`. */
  readonly zone: string
}

export const maxNameLength = 200

/** Reads a name of a site, schedule or shift: trimmed, not empty, one line of at most 200 characters. */
export function parseName(text: string, field: string): Checked<string> {
  const name = text.trim().normalize('NFC')
  if (name === '') return refused('missing-value', field, `${field} is empty`)
  return name.length > maxNameLength || /\p{Cc}/u.test(name)
    ? refused(
        'out-of-range',
        field,
        `${field} is longer than ${maxNameLength} characters or has control characters`,
      )
    : accepted(name)
}

/** Checks what an operator typed for a site; both problems are named when both fields are wrong. */
export function checkSite(draft: { name: string; zone: string }): Checked<Omit<Site, 'id'>> {
  const name = parseName(draft.name, 'name')
  const zone = parseZone(draft.zone, 'zone')
  return name.ok && zone.ok
    ? accepted({ name: name.value, zone: zone.value })
    : { ok: false, problems: [name, zone].flatMap((check) => (check.ok ? [] : check.problems)) }
}
