import { parseName } from './name.ts'
import { accepted, type Checked } from './problem.ts'
import { parseZone } from './zone.ts'

/** A place where people attend. Its clocks decide when its shifts begin and which day a record is of. */
export type Site = {
  readonly id: string
  readonly name: string
  /** IANA name, `Africa/Casablanca`. */
  readonly zone: string
}

/** Checks what an operator typed for a site; both problems are named when both fields are wrong. */
export function checkSite(draft: { name: string; zone: string }): Checked<Omit<Site, 'id'>> {
  const name = parseName(draft.name, 'name')
  const zone = parseZone(draft.zone, 'zone')
  return name.ok && zone.ok
    ? accepted({ name: name.value, zone: zone.value })
    : { ok: false, problems: [name, zone].flatMap((check) => (check.ok ? [] : check.problems)) }
}
