import { maxNameLength, parseName as readName } from '../employee.ts'
import { accepted, type Checked, refused } from './problem.ts'
import { parseZone } from './zone.ts'

/** A place where people attend. Its clocks decide when its shifts begin and which day a record is of. */
export type Site = {
  readonly id: string
  readonly name: string
  /** IANA name, `Africa/Casablanca`. */
  readonly zone: string
}

/** Reads a name of a site, schedule, shift or employee by the one rule that all names follow. */
export function parseName(text: string, field: string): Checked<string> {
  const read = readName(text)
  if ('name' in read) return accepted(read.name)
  if (read.fault === 'empty') return refused('missing-value', field, `${field} is empty`)
  return refused(
    'out-of-range',
    field,
    read.fault === 'too-long'
      ? `${field} is longer than ${maxNameLength} characters`
      : `${field} holds characters that cannot be seen`,
  )
}

/** Checks what an operator typed for a site; both problems are named when both fields are wrong. */
export function checkSite(draft: { name: string; zone: string }): Checked<Omit<Site, 'id'>> {
  const name = parseName(draft.name, 'name')
  const zone = parseZone(draft.zone, 'zone')
  return name.ok && zone.ok
    ? accepted({ name: name.value, zone: zone.value })
    : { ok: false, problems: [name, zone].flatMap((check) => (check.ok ? [] : check.problems)) }
}
