/** The languages in which people are told what becomes of their data. */
export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** A text in every language. */
export type LocalText = Readonly<Record<Language, string>>
