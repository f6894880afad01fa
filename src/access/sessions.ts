import type { Clock } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Operator } from './operator.ts'
import type { Factors, Session, SessionStore } from './ports.ts'
import type { Principal } from './principal.ts'
import { hashOfToken, newToken } from './secret-token.ts'

/** A session ends when nobody used it for so long, and in any case after so long (OWASP ASVS 5.0, 7.3). */
export const sessionLimits = { idleMinutes: 30, hours: 12 } as const

/** How exactly it is known when a session was used last: not each request is worth a write. */
const seenToSeconds = 60
/** How far a clock may be put back, as time servers do, before sessions of its future end. */
const backwardsSeconds = 60

export interface Sessions {
  /** Begins a session; the token is known to nobody afterwards but whoever asked. */
  begin(operatorId: string, factors: Factors): Promise<string>
  /** Who a token speaks for; undefined when its session never was, or has ended. */
  recognise(token: string): Promise<Principal | undefined>
  end(token: string): Promise<void>
}

export type SessionsDeps = {
  readonly store: SessionStore
  readonly clock: Clock
  readonly random: RandomBytes
}

export function createSessions({ store, clock, random }: SessionsDeps): Sessions {
  return {
    async begin(operatorId, factors) {
      const { token, hash } = newToken(random)
      await store.add(hash, operatorId, clock.now(), factors)
      return token
    },

    async recognise(token) {
      const hash = hashOfToken(token)
      const session = await store.find(hash)
      if (!session) return undefined
      const now = clock.now()
      if (!isAlive(session, now)) {
        await store.remove(hash)
        return undefined
      }
      if (Math.abs(now.since(session.seenAt).total('seconds')) > seenToSeconds) {
        await store.seen(hash, now)
      }
      return principalOf(session.operator, session.factors)
    },

    end: (token) => store.remove(hashOfToken(token)),
  }
}

/** Also false for one of the future: a clock that was put back must not lengthen it. */
function isAlive({ createdAt, seenAt }: Session, now: Session['seenAt']): boolean {
  const idle = now.since(seenAt).total('seconds')
  const age = now.since(createdAt).total('seconds')
  return (
    Math.min(idle, age) >= -backwardsSeconds &&
    idle < sessionLimits.idleMinutes * 60 &&
    age < sessionLimits.hours * 3600
  )
}

export const principalOf = (
  { id, name, role, siteIds }: Operator,
  factors: Factors,
): Extract<Principal, { kind: 'operator' }> => ({
  kind: 'operator',
  ...{ id, name, role, siteIds, factors },
})
