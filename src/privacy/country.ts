/** Whose law decides what may be kept: ISO 3166 codes, `US-IL` for Illinois, and `other`. */
export const countries = ['FR', 'ES', 'GB', 'CH', 'MA', 'US-IL', 'other'] as const
export type Country = (typeof countries)[number]

/** The country whose law the program knows by a code; `other` for all whose law it does not. */
export const countryFor = (code: string): Country =>
  countries.find((country) => country === code) ?? 'other'
