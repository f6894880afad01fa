import type { Temporal } from 'temporal-polyfill'
import type { WrongPins } from './pin-limits.ts'
import type { SiteMode } from './site-mode.ts'

/** Somebody tries a PIN. */
export type PinAttempt = {
  readonly id: string
  /** The number of whom they say they are. */
  readonly number: string
  /** Where: `kiosk:` or `key:` and its id. */
  readonly device: string
  readonly at: Temporal.Instant
}

/** What stands in the way of an attempt, or the PIN to compare with: none for nobody, and none that is disabled. */
export type BegunAttempt =
  | { readonly waitSeconds: number }
  | {
      readonly waitSeconds?: never
      readonly employee?: { readonly id: string; readonly hash: string }
    }

export type PinState = {
  readonly madeAt: Temporal.Instant
  /** Wrong ones in a row, up to the limit, at which it is disabled. */
  readonly wrong: number
}

/** What PINs ask of a database. */
export interface PinStore {
  /** Keeps a PIN instead of whichever there was, with nothing wrong so far. False: no such employee. */
  put(employeeId: string, hash: string, at: Temporal.Instant): Promise<boolean>
  remove(employeeId: string): Promise<boolean>
  stateOf(employeeId: string): Promise<PinState | undefined>
  /**
   * Counts an attempt as wrong before anybody knows, unless `wait` says that there were too many: of those
   * who try at the same moment, in whatever process, no more are let through than the limits allow.
   */
  begin(attempt: PinAttempt, wait: (wrong: WrongPins) => number | undefined): Promise<BegunAttempt>
  /** It was right: takes back that it counted as wrong, and all that this employee had in a row. */
  succeed(attemptId: string, employeeId: string): Promise<void>
  dropAttemptsBefore(at: Temporal.Instant): Promise<void>
}

/** What badges ask of a database. */
export interface BadgeStore {
  /** Keeps badges, each instead of whichever its employee had; all or none. Gives those who are not there. */
  put(
    badges: readonly { readonly employeeId: string; readonly hash: string }[],
    at: Temporal.Instant,
  ): Promise<string[]>
  remove(employeeId: string): Promise<boolean>
  /** Whose badge it is, if they have not left. */
  ownerOf(hash: string): Promise<string | undefined>
  madeAt(employeeId: string): Promise<Temporal.Instant | undefined>
}

/** How people clock in where. */
export interface SiteModeStore {
  /** The usual way where nothing was said. */
  of(siteId: string): Promise<SiteMode>
  /** False: there is no such site. */
  put(siteId: string, mode: SiteMode): Promise<boolean>
}
