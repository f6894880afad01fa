import { createZoneRules } from '../attendance/zone-rules.ts'
import { instantOfMicros } from '../time/instant.ts'
import { freshZoneData, isZoneDataFresh, zoneDataVersion } from '../time/zone-data.ts'
import type { ZoneFindings } from '../time/zone-findings.ts'
import type { Command } from './command.ts'

/** Says what the time zone data in use makes of the records. */
export const zonesCommand: Command = {
  usage: `pointeuse zones

  Shows the version of the time zone data, each change of it that a start has noted, and the records
  whose clocks showed another time when they were made than the rules in use would have them show.`,

  async run(_args, { store, clock, write }) {
    const rules = createZoneRules({ store, clock, version: zoneDataVersion })
    const age = isZoneDataFresh(zoneDataVersion)
      ? ''
      : `, older than ${freshZoneData}: hours may be wrong`
    write(`time zone data ${zoneDataVersion}${age}\n`)
    for (const { version, at, findings } of await rules.events()) {
      write(`${instantOfMicros(at).toString()} began to use ${version}: ${countText(findings)}\n`)
    }
    const findings = await rules.findings()
    write(`now: ${countText(findings)}\n`)
    const sites = await store.sites.list()
    for (const { zone, keptOffsetSeconds, offsetSeconds, count, first, last } of findings.changes) {
      const now = offsetSeconds === null ? 'an unknown zone' : offsetText(offsetSeconds)
      const days = [first, last].map((at) => instantOfMicros(at).toString()).join(' to ')
      const names = sites.filter((site) => site.zone === zone).map(({ name }) => name)
      const place = names.length === 0 ? zone : `${zone} (${names.join(', ')})`
      write(`${place}: ${count} records at ${offsetText(keptOffsetSeconds)}, now ${now}, ${days}\n`)
    }
    return 0
  },
}

function countText({ records, withoutClock, changes }: ZoneFindings): string {
  const changed = changes.reduce((sum, { count }) => sum + count, 0)
  const unknown = withoutClock === 0 ? '' : `, ${withoutClock} without what their clocks showed`
  return `${changed} of ${records} records read otherwise${unknown}`
}

/** `+01:00` */
function offsetText(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
