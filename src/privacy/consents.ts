import type { Consent } from '../identity/consent.ts'
import type { Gallery } from '../identity/gallery.ts'
import type { Clock } from '../ports/clock.ts'
import { readConsent } from './consent-field.ts'
import type { ConsentCounts, ConsentEvent } from './consent-event.ts'
import { type FaceRefusal, faceRuleOf } from './face-rule.ts'
import type { Notices } from './notice/notices.ts'
import type { PrivacyStore } from './ports.ts'

/** What a request says of a consent: see `readConsent`. */
export type StatedConsent = { readonly consent?: string; readonly language?: string }

/** Whether templates may be made now, and on what. */
export type ConsentReading =
  | { outcome: 'given'; consent: Consent }
  | { outcome: 'face-not-allowed'; reason: FaceRefusal }
  /** People have not been told yet, or not what is done now. */
  | { outcome: 'notice-not-published'; reason: 'none' | 'other-country' | 'before-face' }
  | { outcome: 'missing' | 'other-version' | 'unusable' }

export interface Consents {
  /** Reads what a request says, against what is decided and published now; `by` writes it down. */
  read(stated: StatedConsent, by: string): Promise<ConsentReading>
  /** Writes down the consent of somebody who is there already. False: there is no such employee. */
  record(employeeId: string, consent: Consent): Promise<boolean>
  /**
   * In one step: that the consent is taken back, and every template gone from the database and from here; from
   * other servers within a second or so. Undefined: there is no such employee.
   */
  withdraw(employeeId: string, by: string): Promise<{ templates: number } | undefined>
  /** Oldest first. */
  of(employeeId: string): Promise<ConsentEvent[]>
  counts(): Promise<ConsentCounts>
}

export type ConsentsDeps = {
  readonly store: PrivacyStore
  readonly notices: Notices
  readonly gallery: Pick<Gallery, 'remove'>
  readonly clock: Clock
}

export function createConsents({ store, notices, gallery, clock }: ConsentsDeps): Consents {
  return {
    async read({ consent, language }, by) {
      const choices = await store.choices.latest()
      const rule = faceRuleOf(choices)
      if (!rule.allowed) return { outcome: 'face-not-allowed', reason: rule.reason }
      const state = await notices.state(choices)
      if (state.state !== 'current') {
        const reason = state.state === 'none' ? 'none' : state.because
        return { outcome: 'notice-not-published', reason }
      }
      const { notice } = state
      const read = readConsent(consent, language, notice)
      if (read.outcome !== 'read') return read
      const { hash } = notice.texts[read.language]
      const told = { version: notice.version, language: read.language, hash }
      return { outcome: 'given', consent: { notice: told, form: read.form, by, at: clock.now() } }
    },

    record: (employeeId, consent) => store.consents.add(employeeId, consent),

    async withdraw(employeeId, by) {
      const withdrawn = await store.consents.withdraw(employeeId, { by, at: clock.now() })
      // After the database: should that fail, the person is still recognised, and nothing was promised.
      gallery.remove(employeeId)
      return withdrawn
    },

    of: (employeeId) => store.consents.of(employeeId),

    async counts() {
      const latest = await store.notices.latest()
      return store.consents.counts(latest?.version ?? 0)
    },
  }
}
