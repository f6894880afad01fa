import type { Clock } from '../ports/clock.ts'
import { type Choices, type Controller, nobodyNamed } from './choices.ts'
import { countryFor } from './country.ts'
import { draftNotice } from './notice/draft.ts'
import type { Notices } from './notice/notices.ts'
import type { PrivacyStore } from './ports.ts'

/** What whoever sets the program up says about people's data. */
export type PrivacySetUp = {
  /** ISO 3166; a country whose law the program does not know counts as `other`. */
  readonly country: string
  /** Publishes the draft of the country's notice as it stands. */
  readonly publishNotice: boolean
  readonly controller?: Controller
  /** The number of an authority's authorisation, where one has to allow faces. */
  readonly authorisation?: string
  /** Why faces are used although the country has them off. */
  readonly faceReason?: string
  /** The operator who says so. */
  readonly by: string
}

/** Keeps the choices of the first start, and publishes the country's notice where that is asked for. */
export type SetUpPrivacy = (asked: PrivacySetUp) => Promise<void>

export type SetUpDeps = {
  readonly store: PrivacyStore
  readonly clock: Clock
  readonly notices: Notices
}

export function createSetUp({ store, clock, notices }: SetUpDeps): SetUpPrivacy {
  return async function setUp(asked) {
    const { publishNotice, controller, authorisation, faceReason, by } = asked
    const choices: Choices = {
      country: countryFor(asked.country),
      controller: controller ?? nobodyNamed,
      face: faceReason === undefined ? { use: 'by-country' } : { use: 'on', reason: faceReason },
      authorisation: authorisation ?? null,
      retention: {},
    }
    await store.choices.add(choices, { by, at: clock.now() })
    if (publishNotice) await notices.publish(draftNotice(choices), by)
  }
}
