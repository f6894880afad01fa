import type { i18n } from 'i18next'
import { officeAr } from './office-ar.ts'
import { officeEn, type OfficeWords } from './office-en.ts'
import { officeFr } from './office-fr.ts'
import type { Language } from '../languages.ts'
import { accessAr } from './access-ar.ts'
import { accessEn, type AccessWords } from './access-en.ts'
import { accessFr } from './access-fr.ts'

export const officeDictionaries = {
  fr: { ...officeFr, ...accessFr },
  en: { ...officeEn, ...accessEn },
  ar: { ...officeAr, ...accessAr },
} as const satisfies Record<Language, OfficeWords & AccessWords>

/** Adds what only the office says: it comes with the office's pages, so that the kiosk starts without it. */
export function addOfficeWords(words: i18n): void {
  for (const [language, dictionary] of Object.entries(officeDictionaries)) {
    words.addResourceBundle(language, 'translation', dictionary, true)
  }
}
