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
import { recogniserAr } from './recogniser-ar.ts'
import { recogniserEn, type RecogniserWords } from './recogniser-en.ts'
import { recogniserFr } from './recogniser-fr.ts'

export const officeDictionaries = {
  fr: { ...officeFr, ...accessFr, ...kiosksFr, ...recogniserFr },
  en: { ...officeEn, ...accessEn, ...kiosksEn, ...recogniserEn },
  ar: { ...officeAr, ...accessAr, ...kiosksAr, ...recogniserAr },
} as const satisfies Record<Language, OfficeWords & AccessWords & KiosksWords & RecogniserWords>

/** Adds what only the office says: it comes with the office's pages, so that the kiosk starts without it. */
export function addOfficeWords(words: i18n): void {
  for (const [language, dictionary] of Object.entries(officeDictionaries)) {
    words.addResourceBundle(language, 'translation', dictionary, true)
  }
}
