/** Whose law decides what may be kept: ISO 3166 codes, `US-IL` for Illinois, and `other`. */
export const countries = ['FR', 'ES', 'GB', 'CH', 'MA', 'US-IL', 'other'] as const
export type Country = (typeof countries)[number]

export const isCountry = (text: string): text is Country =>
  (countries as readonly string[]).includes(text)
