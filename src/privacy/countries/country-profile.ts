import type { Country } from '../country.ts'
import type { LocalText } from '../language.ts'

/** What holds for faces at a time clock as long as nobody decided otherwise. */
export type FaceDefault =
  /** The authority holds faces for working hours to be out of proportion: on only with a recorded reason. */
  | 'off'
  /** Nothing without the authority's written authorisation. */
  | 'needs-authorisation'
  /** With a published notice and each person's own consent. */
  | 'with-consent'

/** Where a rule stands, so that it can be looked up before it is relied on. */
export type Source = { readonly title: string; readonly url: string }

/**
 * How long something is kept. Days and years count from the last use, or from the day on which somebody left.
 */
export type RetentionPeriods = {
  /** After its owner last clocked in, a template goes. */
  readonly templateUnusedDays: number
  /** After the last record of somebody who left, their records go, and everything else with them. */
  readonly recordYears: number
}

/** What the program knows of a country. It is a beginning, not legal advice, and says where it comes from. */
export type CountryProfile = {
  readonly country: Country
  readonly name: LocalText
  readonly face: FaceDefault
  /** Why `face` is what it is, for whoever sets the program up. */
  readonly why: LocalText
  readonly sources: readonly Source[]
  /** Where people can complain. */
  readonly authority: { readonly name: LocalText; readonly url: string }
  readonly retention: RetentionPeriods & {
    readonly why: LocalText
    /** Where a law sets a limit that nobody may go beyond. */
    readonly maxTemplateUnusedDays?: number
  }
  /** What lets an employer record hours, as a notice says it. */
  readonly hoursBasis: LocalText
  /** What lets an employer use a face. */
  readonly faceBasis: LocalText
  /** What a notice on faces says here besides. */
  readonly faceParticulars?: LocalText
}
