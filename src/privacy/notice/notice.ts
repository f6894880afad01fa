import type { Temporal } from 'temporal-polyfill'
import type { Country } from '../country.ts'
import type { Language, LocalText } from '../language.ts'

/** One language's text of a notice; the hash is SHA-256 over its UTF-8 bytes, in hex. */
export type NoticeText = { readonly text: string; readonly hash: string }

/** A notice as it was published. It stays as it is: a change is a new version. */
export type Notice = {
  /** 1 for the first. */
  readonly version: number
  /** In which country, and whether for the use of faces, it was published. */
  readonly country: Country
  readonly coversFace: boolean
  readonly texts: Readonly<Record<Language, NoticeText>>
  readonly by: string
  readonly at: Temporal.Instant
}

/**
 * What a text may hold besides plain paragraphs, which empty lines part: `# ` and `## ` begin a heading, `- ` an
 * entry of a list. Nothing else, so that no text can bring a script or an address to any page.
 */
export type NoticeTexts = LocalText

/** Longest text in characters: some ten pages. */
export const maxNoticeLength = 40_000
/** A text that is shorter says nothing to anybody. */
export const minNoticeLength = 200
