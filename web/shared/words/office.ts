import type { i18n } from 'i18next'
import { officeAr } from './office-ar.ts'
import { officeEn, type OfficeWords } from './office-en.ts'
import { officeFr } from './office-fr.ts'
import type { Language } from '../languages.ts'
import { accessAr } from './access-ar.ts'
import { accessEn, type AccessWords } from './access-en.ts'
import { accessFr } from './access-fr.ts'
import { kiosksAr } from './kiosks-ar.ts'
import { kiosksEn, type KiosksWords } from './kiosks-en.ts'
import { kiosksFr } from './kiosks-fr.ts'

export const officeDictionaries = {
  fr: { ...officeFr, ...accessFr, ...kiosksFr },
  en: { ...officeEn, ...accessEn, ...kiosksEn },
  ar: { ...officeAr, ...accessAr, ...kiosksAr },
} as const satisfies Record<Language, OfficeWords & AccessWords & KiosksWords>

/** Adds what only the office says: it comes with the office's pages, so that the kiosk starts without it. */
export function addOfficeWords(words: i18n): void {
  for (const [language, dictionary] of Object.entries(officeDictionaries)) {
    words.addResourceBundle(language, 'translation', dictionary, true)
  }
}
