import type { RecordKind } from './record-kind.ts'
import type { EpochSeconds } from './instant.ts'

/**
 * What a record without a stated kind means: the opposite of the last one. Whoever is out, or clocked in
 * longer than `maxSessionMinutes` ago, comes in; whoever is on a break comes back from it; whoever is in
 * goes out. So a clock-out forgotten yesterday does not turn this morning's arrival into a departure.
 */
export function toggledKind(
  last: { readonly kind: RecordKind; readonly at: EpochSeconds } | undefined,
  now: EpochSeconds,
  maxSessionMinutes: number,
): RecordKind {
  if (last === undefined || last.kind === 'out') return 'in'
  if (now - last.at > maxSessionMinutes * 60) return 'in'
  return last.kind === 'break-start' ? 'break-end' : 'out'
}
