import type { Clock } from '../ports/clock.ts'
import type { Reach } from '../ports/reach.ts'
import { type Principal, sitesOf } from './principal.ts'

/** The people that somebody reaches today; undefined when they reach everybody. */
export type ReachOf = (principal: Principal) => Reach | undefined

export function createReachOf(clock: Clock): ReachOf {
  return function reachOf(principal) {
    const siteIds = sitesOf(principal)
    if (siteIds === 'all') return undefined
    return { siteIds, on: clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString() }
  }
}
