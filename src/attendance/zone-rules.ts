import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'
import type { AttendanceStore } from './ports/store.ts'
import { type EpochMicros, microsOf, secondOf } from '../time/instant.ts'
import { parseZone, zoneOf } from '../time/zone.ts'
import { noFindings, type ZoneChange, type ZoneFindings } from '../time/zone-findings.ts'
import type { ClockUse, ZoneDataEvent } from './ports/zone-data.ts'

/**
 * Whether time zone data reads records otherwise than the data under which they were made. Nothing is
 * rewritten: instants stay, timesheets follow the rules in use, and what became of it is kept.
 */
export interface ZoneRules {
  /** Compares all records with the rules in use. */
  findings(): Promise<ZoneFindings>
  /** Keeps an event when the data is another than at the last start. Undefined when it is the same. */
  note(): Promise<ZoneDataEvent | undefined>
  /** Oldest first. */
  events(): Promise<ZoneDataEvent[]>
}

export type ZoneRulesDeps = {
  readonly store: Pick<AttendanceStore, 'zoneData'>
  readonly clock: Clock
  /** The version of the time zone data of this process. */
  readonly version: string
}

const dayMicros = 86_400_000_000
/** Read at once: little enough that nobody at the door notices. */
const sliceMicros = 7 * dayMicros

export function createZoneRules({ store, clock, version }: ZoneRulesDeps): ZoneRules {
  async function findings(): Promise<ZoneFindings> {
    const span = await store.zoneData.span()
    if (span === undefined) return noFindings
    const changes = new Map<string, ZoneChange>()
    let records = 0
    let without = 0
    for (let from = span.from; from < span.to; from += sliceMicros) {
      const range = { from, to: Math.min(span.to, from + sliceMicros) }
      const { uses, withoutClock } = await store.zoneData.uses(range)
      without += withoutClock
      records += withoutClock
      for (const use of uses) {
        records += use.count
        for (const change of await changesOf(use)) add(changes, change)
      }
      // SQLite answers at once: without this nobody else would have a turn.
      await setImmediate()
    }
    const list = [...changes.values()].sort((a, b) => a.first - b.first)
    return { records, withoutClock: without, changes: list }
  }

  /** The records of a use that the rules in use read otherwise. */
  async function changesOf({ clock: kept, count, first, last }: ClockUse): Promise<ZoneChange[]> {
    const offsetAt = offsetsOf(kept.zone)
    const change = (offsetSeconds: number | null, moments: Omit<ClockUse, 'clock'>) => ({
      zone: kept.zone,
      keptOffsetSeconds: kept.offsetSeconds,
      offsetSeconds,
      ...moments,
    })
    const [before, after] = [offsetAt(first), offsetAt(last)]
    // A day has no two clock changes: the same at both ends is the same all day.
    if (before === after) {
      return before === kept.offsetSeconds ? [] : [change(before, { count, first, last })]
    }
    const moments = await store.zoneData.moments(kept, { from: first, to: last + 1 })
    return moments
      .map((at) => change(offsetAt(at), { count: 1, first: at, last: at }))
      .filter(({ offsetSeconds }) => offsetSeconds !== kept.offsetSeconds)
  }

  return {
    findings,

    async note() {
      const last = (await store.zoneData.events()).at(-1)
      if (last?.version === version) return undefined
      const event = {
        ordinal: (last?.ordinal ?? 0) + 1,
        version,
        at: microsOf(clock.now()),
        findings: await findings(),
      }
      return (await store.zoneData.add(event)) ? event : undefined
    },

    events: () => store.zoneData.events(),
  }
}

/** How far the clocks of a zone are ahead of UTC; null where the zone is not known. */
function offsetsOf(id: string): (at: EpochMicros) => number | null {
  if (!parseZone(id, 'zone').ok) return () => null
  const zone = zoneOf(id)
  return (at) => zone.offsetAt(secondOf(at))
}

function add(changes: Map<string, ZoneChange>, change: ZoneChange): void {
  const key = `${change.zone} ${change.keptOffsetSeconds} ${change.offsetSeconds}`
  const sum = changes.get(key)
  if (sum === undefined) {
    changes.set(key, change)
    return
  }
  changes.set(key, {
    ...sum,
    count: sum.count + change.count,
    first: Math.min(sum.first, change.first),
    last: Math.max(sum.last, change.last),
  })
}
