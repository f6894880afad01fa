import type { Embedding } from '../face/index.ts'
import type { Decision } from './decision.ts'
import type { IdentifyBy } from './identify.ts'
import type { SiteSearch } from './search-scope.ts'

/** A face as the recogniser in use sees it, and as the one before does where some are enrolled with that. */
export type SeenByBoth = { readonly embedding: Embedding; readonly former?: Embedding }

/** Whose face it is among everybody, or at a site as its people are looked for. */
export type Identify = (face: SeenByBoth, at?: SiteSearch) => Decision

/** How often two recognisers came to what, of the faces that both looked at since the start. */
export type Agreement = Record<
  'same' | 'different' | 'only-current' | 'only-former' | 'neither',
  number
>

/** Each of the two may take half of the strangers that the target allows. */
export const shareOfEach = 1 / 2

/**
 * One decision of two: whoever is found by either, nobody where they find two people or cannot tell. What the recogniser
 * in use is sure of stands, though the one before cannot tell.
 */
export function decideTogether(current: Decision, former: Decision): Decision {
  if (current.outcome === 'match' && former.outcome === 'match')
    return current.employeeId === former.employeeId ? current : { outcome: 'ambiguous' }
  if (current.outcome === 'match') return current
  return current.outcome === 'ambiguous' ? current : former
}

/** Identifies by two recognisers, each with the templates of its own kind, and counts how they agree. */
export function createIdentifyByBoth(
  current: IdentifyBy,
  former: IdentifyBy,
): { readonly identify: Identify; readonly agreement: () => Agreement } {
  const counts: Agreement = {
    ...{ same: 0, different: 0, neither: 0 },
    ...{ 'only-current': 0, 'only-former': 0 },
  }
  return {
    identify(face, at) {
      const one = current(face.embedding, at)
      if (!face.former) return one
      const other = former(face.former, at)
      counts[agreementOf(one, other)]++
      return decideTogether(one, other)
    },
    agreement: () => ({ ...counts }),
  }
}

function agreementOf(current: Decision, former: Decision): keyof Agreement {
  if (current.outcome === 'match' && former.outcome === 'match')
    return current.employeeId === former.employeeId ? 'same' : 'different'
  if (current.outcome === 'match') return 'only-current'
  return former.outcome === 'match' ? 'only-former' : 'neither'
}
