import type { ConsentForm } from '../identity/consent.ts'
import { isLanguage, type Language } from './language.ts'
import type { Notice } from './notice/notice.ts'

/** What a request says of a consent, read against the notice that is published. */
export type ReadConsent =
  | { readonly outcome: 'read'; readonly form: ConsentForm; readonly language: Language }
  | { readonly outcome: 'missing' }
  /** It names another version of the notice than the one that is published. */
  | { readonly outcome: 'other-version' }
  | { readonly outcome: 'unusable' }

/** A place where paper is kept can be found by fewer letters than these by nobody. */
const minPlaceLength = 3
const maxPlaceLength = 200

/**
 * Reads a consent as requests carry it: `notice:3:fr` for version 3 that was read and agreed to on a screen in
 * French; anything else is where the signed paper is kept. `language` is that of the paper.
 */
export function readConsent(
  raw: string | undefined,
  language: string | undefined,
  { version }: Pick<Notice, 'version'>,
): ReadConsent {
  const text = raw?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  if (text === '') return { outcome: 'missing' }
  if (/^notice:/i.test(text)) return onScreen(text, version)
  const readable = !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text)
  const length = [...text].length
  if (!readable || length < minPlaceLength || length > maxPlaceLength)
    return { outcome: 'unusable' }
  if (language !== undefined && !isLanguage(language)) return { outcome: 'unusable' }
  return {
    outcome: 'read',
    form: { how: 'on-paper', keptAt: text },
    language: language ?? 'fr',
  }
}

function onScreen(text: string, version: number): ReadConsent {
  const [, stated, language = ''] = /^notice:(\d{1,9}):([a-z]{2})$/i.exec(text) ?? []
  if (stated === undefined || !isLanguage(language)) return { outcome: 'unusable' }
  if (Number(stated) !== version) return { outcome: 'other-version' }
  return { outcome: 'read', form: { how: 'on-screen' }, language }
}
