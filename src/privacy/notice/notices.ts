import { createHash } from 'node:crypto'
import type { Clock } from '../../ports/clock.ts'
import type { Choices } from '../choices.ts'
import { faceRuleOf } from '../face-rule.ts'
import { languages, type Language } from '../language.ts'
import type { PrivacyStore } from '../ports.ts'
import { draftNotice } from './draft.ts'
import {
  maxNoticeLength,
  minNoticeLength,
  type Notice,
  type NoticeText,
  type NoticeTexts,
} from './notice.ts'

export type PublishResult =
  | { outcome: 'published'; notice: Notice }
  | { outcome: 'not-set-up' }
  /** A text is too short to tell anybody anything, too long, or holds characters that cannot be seen. */
  | { outcome: 'unusable'; language: Language; fault: TextFault }

export type TextFault = 'too-short' | 'too-long' | 'control-characters'

/** Whether the notice that is published tells what is done now. */
export type NoticeState =
  | { state: 'current'; notice: Notice }
  | { state: 'none' }
  /** It was written for another country, or before faces were used. */
  | { state: 'outdated'; notice: Notice; because: 'other-country' | 'before-face' }

export interface Notices {
  state(choices: Choices | undefined): Promise<NoticeState>
  /** The notice that the country asks for, filled with what was chosen. */
  draft(choices: Choices): NoticeTexts
  publish(texts: NoticeTexts, by: string): Promise<PublishResult>
  all(): Promise<Notice[]>
  find(version: number): Promise<Notice | undefined>
}

export type NoticesDeps = { readonly store: PrivacyStore; readonly clock: Clock }

export function createNotices({ store, clock }: NoticesDeps): Notices {
  return {
    async state(choices) {
      const notice = await store.notices.latest()
      if (notice === undefined) return { state: 'none' }
      if (choices !== undefined && choices.country !== notice.country)
        return { state: 'outdated', notice, because: 'other-country' }
      if (!notice.coversFace && faceRuleOf(choices).allowed)
        return { state: 'outdated', notice, because: 'before-face' }
      return { state: 'current', notice }
    },

    draft: draftNotice,

    async publish(texts, by) {
      const choices = await store.choices.latest()
      if (choices === undefined) return { outcome: 'not-set-up' }
      const tidy = eachLanguage((language) => tidied(texts[language]))
      for (const language of languages) {
        const fault = faultOf(tidy[language])
        if (fault) return { outcome: 'unusable', language, fault }
      }
      const notice = await store.notices.add({
        country: choices.country,
        coversFace: faceRuleOf(choices).allowed,
        texts: eachLanguage((language) => withHash(tidy[language])),
        by,
        at: clock.now(),
      })
      return { outcome: 'published', notice }
    },

    all: () => store.notices.all(),
    find: (version) => store.notices.find(version),
  }
}

const eachLanguage = <Value>(make: (language: Language) => Value): Record<Language, Value> => ({
  fr: make('fr'),
  en: make('en'),
  ar: make('ar'),
})

/** The same text whatever keyboard and system wrote it, so that it has one hash. */
const tidied = (text: string): string =>
  `${text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()}\n`

function faultOf(text: string): TextFault | undefined {
  if (text.length < minNoticeLength) return 'too-short'
  if (text.length > maxNoticeLength) return 'too-long'
  // Line feeds part paragraphs; marks of direction have a place in Arabic.
  return /[^\P{Cc}\n]|\p{Cs}|[\u202d\u202e]/u.test(text) ? 'control-characters' : undefined
}

const withHash = (text: string): NoticeText => ({
  text,
  hash: createHash('sha256').update(text, 'utf8').digest('hex'),
})
