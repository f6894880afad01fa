import type { i18n } from 'i18next'
import type { Language } from '../languages.ts'
import { kioskAr } from './kiosk-ar.ts'
import { kioskEn, type KioskWords } from './kiosk-en.ts'
import { kioskFr } from './kiosk-fr.ts'

export const kioskDictionaries = {
  fr: kioskFr,
  en: kioskEn,
  ar: kioskAr,
} as const satisfies Record<Language, KioskWords>

/** Adds what only the kiosk says: the office does without. */
export function addKioskWords(words: i18n): void {
  for (const [language, dictionary] of Object.entries(kioskDictionaries)) {
    words.addResourceBundle(language, 'translation', dictionary, true)
  }
}
