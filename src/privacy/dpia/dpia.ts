import type { Document } from '../../document/document.ts'
import type { Clock } from '../../ports/clock.ts'
import { faceRuleOf } from '../face-rule.ts'
import type { Notices } from '../notice/notices.ts'
import { periodsOf } from '../retention-periods.ts'
import { profileOf } from '../countries/profiles.ts'
import type { PrivacyStore } from '../ports.ts'
import type { DpiaFacts, LiveSettings } from './dpia-facts.ts'
import { englishDpia } from './dpia-en.ts'
import { frenchDpia } from './dpia-fr.ts'

export type DpiaLanguage = 'fr' | 'en'

/**
 * A data protection impact assessment (Article 35 GDPR) of this installation as it is set up at this moment, with
 * what only people can answer left open and named as such. Undefined before a country was chosen.
 */
export type MakeDpia = (language: DpiaLanguage) => Promise<Document | undefined>

export type DpiaDeps = {
  readonly store: PrivacyStore
  readonly notices: Notices
  readonly clock: Clock
  readonly liveSettings: () => LiveSettings
}

const writers = { fr: frenchDpia, en: englishDpia } as const

export function createDpia({ store, notices, clock, liveSettings }: DpiaDeps): MakeDpia {
  return async function makeDpia(language) {
    const choices = await store.choices.latest()
    if (choices === undefined) return undefined
    const notice = await notices.state(choices)
    const version = notice.state === 'none' ? null : notice.notice.version
    const facts: DpiaFacts = {
      at: clock.now().toString().slice(0, 16).replace('T', ' '),
      choices,
      profile: profileOf(choices.country),
      periods: periodsOf(choices),
      face: faceRuleOf(choices),
      noticeVersion: notice.state === 'current' ? version : null,
      employees: await store.held.employees(),
      consents: await store.consents.counts(version ?? 0),
      settings: liveSettings(),
    }
    return writers[language](facts)
  }
}
