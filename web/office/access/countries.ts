/** Where the law has a say of its own about faces at work; every other country is `other`. */
export const profiledCountries = ['FR', 'MA', 'ES', 'GB', 'CH', 'US-IL'] as const

/** By the language of the browser's region: most who install this are at home. */
export function likelyCountry(locales: readonly string[]): string {
  const regions = locales.map((locale) => new Intl.Locale(locale).region)
  return profiledCountries.find((country) => regions.includes(country)) ?? ''
}

/** A country as people of a language call it; `US-IL` is a state of its own law. */
export function countryName(country: string, locale: string, other: string): string {
  if (country === 'other') return other
  if (country === 'US-IL') return `Illinois (${regionName('US', locale)})`
  return regionName(country, locale)
}

const regionName = (region: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? region
