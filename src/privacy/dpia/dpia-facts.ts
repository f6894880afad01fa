import type { Choices } from '../choices.ts'
import type { ConsentCounts } from '../consent-event.ts'
import type { CountryProfile, RetentionPeriods } from '../countries/country-profile.ts'
import type { FaceRule } from '../face-rule.ts'

/** How this installation runs, as only whoever puts it together knows. */
export type LiveSettings = {
  readonly database: string
  /** Whether only this machine reaches the server, and what protects the way to it otherwise. */
  readonly listensOn: 'this-machine' | 'network'
  readonly tls: 'own-certificate' | 'proxy' | 'none'
  /** What seals the templates; none: they are kept in plain. */
  readonly templatesSealedBy: 'master-key-file' | 'none'
  readonly correctionsNeedApproval: boolean
  readonly recogniser: string
  readonly decision: {
    readonly templates: number
    readonly targetFpir: number
    readonly expectedFpir: number
    readonly threshold: number
    readonly minMargin: number
    readonly fmr: number
    readonly measured: boolean
  }
  /** At which rate a face is compared with one employee only. */
  readonly verificationFmr: number
  /** What the rates were measured on. */
  readonly measuredOn: {
    readonly description: string
    readonly people: number
    readonly photos: number
    readonly comparisons: number
  }
}

/** Everything that an assessment says of an installation as it is now. */
export type DpiaFacts = {
  readonly at: string
  readonly choices: Choices
  readonly profile: CountryProfile
  readonly periods: RetentionPeriods
  readonly face: FaceRule
  readonly noticeVersion: number | null
  readonly employees: number
  readonly consents: ConsentCounts
  readonly settings: LiveSettings
}
