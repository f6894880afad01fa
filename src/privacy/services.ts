import type { Clock } from '../ports/clock.ts'
import { createNotices } from './notice/notices.ts'
import type { PrivacyStore } from './ports.ts'
import { createSetUp } from './set-up.ts'

/** What privacy asks of the world. */
export type PrivacyDeps = { readonly store: PrivacyStore; readonly clock: Clock }

export type PrivacyServices = ReturnType<typeof createPrivacy>

/** What may be kept of people, and what they are told about it. */
export function createPrivacy({ store, clock }: PrivacyDeps) {
  const notices = createNotices({ store, clock })
  return { notices, setUp: createSetUp({ store, clock, notices }) }
}
