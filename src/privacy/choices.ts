import type { Temporal } from 'temporal-polyfill'
import type { Country } from './country.ts'
import type { RetentionPeriods } from './countries/country-profile.ts'

/** Who answers for the data, as a notice names them. Empty where nobody wrote it down. */
export type Controller = {
  readonly name: string
  readonly address: string
  /** Where questions go: a person, a telephone number, an address. */
  readonly contact: string
}

/** Whether faces may be used: as the country has it, off, or on for a reason that was written down. */
export type FaceChoice =
  | { readonly use: 'by-country' }
  | { readonly use: 'off' }
  | { readonly use: 'on'; readonly reason: string }

/** What whoever runs the clock decided about people's data. */
export type Choices = {
  readonly country: Country
  readonly controller: Controller
  readonly face: FaceChoice
  /** The number under which an authority allowed this, where one has to; null for none. */
  readonly authorisation: string | null
  /** Other periods than the country's; a field that is missing is as the country has it. */
  readonly retention: Partial<RetentionPeriods>
}

/** Choices with who made them when. They are never changed: whoever decides otherwise makes new ones. */
export type MadeChoices = Choices & {
  /** 1 for the first. */
  readonly ordinal: number
  readonly by: string
  readonly at: Temporal.Instant
}

export const nobodyNamed: Controller = { name: '', address: '', contact: '' }
