import type { Pins } from '../access/credentials/pins.ts'
import type { ForgetEmployee } from '../identity/forget-employee.ts'
import type { Gallery } from '../identity/gallery.ts'
import type { Clock } from '../ports/clock.ts'
import { createChoices } from './choosing.ts'
import { createConsents } from './consents.ts'
import { createExportPerson } from './person/person-export.ts'
import { type FaceRule, faceRuleOf } from './face-rule.ts'
import { createNotices } from './notice/notices.ts'
import type { PrivacyStore } from './ports.ts'
import { createRetention } from './retention/retention.ts'
import { createSetUp } from './set-up.ts'
import { createWithdraw } from './withdraw.ts'

/** What privacy asks of the world. */
export type PrivacyDeps = {
  readonly store: PrivacyStore
  readonly clock: Clock
  readonly gallery: Pick<Gallery, 'remove'>
  readonly forgetEmployee: ForgetEmployee
  readonly pins: Pick<Pins, 'standing' | 'reset'>
}

export type PrivacyServices = ReturnType<typeof createPrivacy>

/** What may be kept of people, and what they are told about it. */
export function createPrivacy(deps: PrivacyDeps) {
  const { store, clock, gallery, forgetEmployee, pins } = deps
  const notices = createNotices({ store, clock })
  const consents = createConsents({ store, clock, notices, gallery })
  return {
    notices,
    consents,
    choices: createChoices({ store, clock }),
    retention: createRetention({ store, clock, consents, forgetEmployee }),
    withdraw: createWithdraw({ consents, pins }),
    exportPerson: createExportPerson({ store, clock }),
    setUp: createSetUp({ store, clock, notices }),
    /** Whether faces may be looked at now. */
    faceRule: async (): Promise<FaceRule> => faceRuleOf(await store.choices.latest()),
  }
}
