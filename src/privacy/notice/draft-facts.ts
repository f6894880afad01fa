import type { Controller } from '../choices.ts'
import type { RetentionPeriods } from '../countries/country-profile.ts'

/** What a draft says of one installation, in one language. */
export type DraftFacts = {
  readonly controller: Controller
  /** Whether faces are used at all. */
  readonly face: boolean
  readonly authorisation: string | null
  readonly authority: string
  readonly authorityUrl: string
  readonly hoursBasis: string
  /** What lets a face be used, and what is to be said about that; empty for nothing. */
  readonly faceBasis: string
  readonly faceParticulars: string
  readonly periods: RetentionPeriods
}

/** Writes a notice in one language, paragraph by paragraph; empty ones fall away. */
export type DraftWriter = (facts: DraftFacts) => readonly string[]

export const list = (...entries: readonly string[]): string =>
  entries
    .filter(Boolean)
    .map((entry) => `- ${entry}`)
    .join('\n')
