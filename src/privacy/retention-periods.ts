import type { Choices } from './choices.ts'
import type { RetentionPeriods } from './countries/country-profile.ts'
import { profileOf } from './countries/profiles.ts'

/** How long what is kept: as the country has it, or as was decided here. */
export function periodsOf({
  country,
  retention,
}: Pick<Choices, 'country' | 'retention'>): RetentionPeriods {
  const { templateUnusedDays, recordYears } = profileOf(country).retention
  return { templateUnusedDays, recordYears, ...retention }
}
