import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatLocale, isLanguage, type Language } from '../languages.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { accessEn } from './access-en.ts'
import type { kioskEn } from './kiosk-en.ts'
import type { kiosksEn } from './kiosks-en.ts'
import type { officeEn } from './office-en.ts'
import type { recogniserEn } from './recogniser-en.ts'

export const dictionaries = { fr, en, ar } as const satisfies Record<Language, unknown>

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof en &
        typeof officeEn &
        typeof accessEn &
        typeof kiosksEn &
        typeof recogniserEn &
        typeof kioskEn
    }
  }
}

/** The words of all languages, ready at once: they are small, and a switch of language never waits. */
export function createWords(language: Language, browser: readonly string[]): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: {
      fr: { translation: fr },
      en: { translation: en },
      ar: { translation: ar },
    },
    initAsync: false,
    // React escapes what it shows; what is left to do is to keep directions apart.
    interpolation: { escape: (text: string) => isolated(text, words.language) },
  })
  words.services.formatter?.add('number', (value: unknown, locale) => {
    const language = isLanguage(locale) ? locale : 'en'
    return new Intl.NumberFormat(formatLocale(language, browser)).format(Number(value))
  })
  return words
}

/**
 * Keeps a name in another script from turning the numbers and signs around it: they would be read as a part of
 * it. (First strong isolate, and its end: Unicode UAX 9.)
 */
function isolated(text: string, language: string): string {
  const turning = language === 'ar' ? /\p{Script=Latin}/u : /\p{Script=Arabic}|\p{Script=Hebrew}/u
  return turning.test(text) ? `\u2068${text}\u2069` : text
}
