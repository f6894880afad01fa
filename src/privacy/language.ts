/** The languages in which people are told what becomes of their data. */
export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language =>
  (languages as readonly string[]).includes(text)

/** A text in every language. */
export type LocalText = Readonly<Record<Language, string>>
