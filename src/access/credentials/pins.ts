import type { Audit } from '../audit/entry.ts'
import type { Clock } from '../../ports/clock.ts'
import type { NewId } from '../../ports/ids.ts'
import type { RandomBytes } from '../../ports/random.ts'
import type { PasswordHashes } from '../password-hash.ts'
import { newPin, readPin } from './pin.ts'
import { pinLimits, waitBeforePin } from './pin-limits.ts'
import type { PinStore } from './ports.ts'

export type PinCheck =
  | { readonly outcome: 'known'; readonly employeeId: string }
  /** The number is nobody's, the PIN is not theirs, they have none, or it is disabled: nobody learns which. */
  | { readonly outcome: 'wrong-pin' }
  | { readonly outcome: 'too-many-tries'; readonly waitSeconds: number }

export type PinStanding =
  { readonly state: 'none' } | { readonly state: 'set' | 'disabled'; readonly madeAt: string }

export interface Pins {
  /** A new PIN, told once, instead of whichever there was. Undefined: no such employee. */
  reset(employeeId: string): Promise<string | undefined>
  remove(employeeId: string): Promise<boolean>
  standing(employeeId: string): Promise<PinStanding>
  /** Who has this number and PIN, as typed. `device` is where, `kiosk:` or `key:` and its id. */
  check(typed: { number: string; pin: string; device: string }): Promise<PinCheck>
}

export type PinsDeps = {
  readonly store: PinStore
  readonly audit: Pick<Audit, 'append'>
  readonly hashes: PasswordHashes
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
  /** A number as it is kept; undefined when it cannot be one. */
  readonly parseNumber: (typed: string) => string | undefined
}

/**
 * PINs are made here and never chosen: people choose birthdays, and what they choose cannot be counted on to
 * be as hard to guess as the limits assume.
 */
export function createPins(deps: PinsDeps): Pins {
  const { store, audit, hashes, clock, newId, random, parseNumber } = deps
  return {
    async reset(employeeId) {
      const pin = newPin(random)
      const isKept = await store.put(employeeId, await hashes.hash(pin), clock.now())
      return isKept ? pin : undefined
    },

    remove: (employeeId) => store.remove(employeeId),

    async standing(employeeId) {
      const kept = await store.stateOf(employeeId)
      if (!kept) return { state: 'none' }
      const isDisabled = kept.wrong >= pinLimits.perPerson
      return { state: isDisabled ? 'disabled' : 'set', madeAt: kept.madeAt.toString() }
    },

    async check(typed) {
      const [number, pin] = [parseNumber(typed.number), readPin(typed.pin)]
      // What cannot be a PIN is no guess at one.
      if (number === undefined || pin === undefined) return { outcome: 'wrong-pin' }
      const attempt = { id: newId(), number, device: typed.device, at: clock.now() }
      const begun = await store.begin(attempt, waitBeforePin)
      if (begun.waitSeconds !== undefined) {
        return { outcome: 'too-many-tries', waitSeconds: begun.waitSeconds }
      }
      const { employee } = begun
      if (!(await hashes.matches(pin, employee?.hash)) || !employee) {
        await audit.append({ action: 'pin-refused', employeeId: employee?.id })
        return { outcome: 'wrong-pin' }
      }
      await store.succeed(attempt.id, employee.id)
      return { outcome: 'known', employeeId: employee.id }
    },
  }
}
