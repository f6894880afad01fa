import type { Pins } from '../access/credentials/pins.ts'
import type { Consents } from './consents.ts'

export type Withdrawn = {
  /** How many templates are gone. */
  readonly templates: number
  /** A new PIN, told this once; null for whoever has one already. */
  readonly pin: string | null
}

/** Takes a consent back, and sees to it that there is another way in. Undefined: there is no such employee. */
export type Withdraw = (employeeId: string, by: string) => Promise<Withdrawn | undefined>

export function createWithdraw({
  consents,
  pins,
}: {
  readonly consents: Consents
  readonly pins: Pick<Pins, 'standing' | 'reset'>
}): Withdraw {
  return async function withdraw(employeeId, by) {
    const withdrawn = await consents.withdraw(employeeId, by)
    if (!withdrawn) return undefined
    const { state } = await pins.standing(employeeId)
    const pin = state === 'set' ? undefined : await pins.reset(employeeId)
    return { ...withdrawn, pin: pin ?? null }
  }
}
