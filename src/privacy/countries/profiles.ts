import type { Country } from '../country.ts'
import type { CountryProfile } from './country-profile.ts'
import { france } from './france.ts'
import { illinois } from './illinois.ts'
import { morocco } from './morocco.ts'
import { otherCountry } from './other-country.ts'
import { spain } from './spain.ts'
import { switzerland } from './switzerland.ts'
import { unitedKingdom } from './united-kingdom.ts'

const profiles: Readonly<Record<Country, CountryProfile>> = {
  FR: france,
  ES: spain,
  GB: unitedKingdom,
  CH: switzerland,
  MA: morocco,
  'US-IL': illinois,
  other: otherCountry,
}

/** What the program knows of a country. */
export const profileOf = (country: Country): CountryProfile => profiles[country]
