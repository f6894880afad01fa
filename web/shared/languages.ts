/** The languages of the pages, each named in itself, and the direction in which it is read. */
export const languages = {
  fr: { name: 'Français', dir: 'ltr' },
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const

export type Language = keyof typeof languages

const storageKey = 'pointeuse.language'

/** Tells whether a word from outside (storage, an address) is one of the languages. */
export function isLanguage(word: string | null | undefined): word is Language {
  return word !== null && word !== undefined && Object.hasOwn(languages, word)
}

/**
 * The language to begin with: the one chosen earlier, else the first of the browser's that there is,
 * else English. `browser` is a list of BCP 47 tags, best first.
 */
export function preferredLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered
  return browser.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'
}

/**
 * The locale in which times and numbers are written: the browser's own variant of the language of the
 * pages (24 or 12 hours, which digits), or the language itself when the browser speaks another one.
 */
export function formatLocale(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => tag.split('-')[0]?.toLowerCase() === language) ?? language
}

/** The language chosen earlier in this browser; null when none was, or when storage is blocked. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    // A browser that blocks storage throws: the choice then lasts as long as the page.
    return null
  }
}

/** Keeps the chosen language for the next visit, where the browser lets us. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that blocks storage throws: the choice then lasts as long as the page.
  }
}
