import type { Choices } from '../choices.ts'
import { profileOf } from '../countries/profiles.ts'
import { faceRuleOf } from '../face-rule.ts'
import type { Language } from '../language.ts'
import { periodsOf } from '../retention-periods.ts'
import { arabicDraft } from './draft-ar.ts'
import type { DraftFacts, DraftWriter } from './draft-facts.ts'
import { englishDraft } from './draft-en.ts'
import { frenchDraft } from './draft-fr.ts'
import type { NoticeTexts } from './notice.ts'

const writers: Readonly<Record<Language, DraftWriter>> = {
  fr: frenchDraft,
  en: englishDraft,
  ar: arabicDraft,
}

/**
 * A notice for a country as it is decided there, whole enough to be published as it stands. It tells whoever
 * attends what Articles 13 and 14 GDPR, 740 ILCS 14/15 and Article 5 of the Moroccan Law 09-08 have them told.
 */
export function draftNotice(choices: Choices): NoticeTexts {
  const profile = profileOf(choices.country)
  const write = (language: Language): string => {
    const facts: DraftFacts = {
      controller: choices.controller,
      face: faceRuleOf(choices).allowed,
      authorisation: choices.authorisation,
      authority: profile.authority.name[language],
      authorityUrl: profile.authority.url,
      hoursBasis: profile.hoursBasis[language],
      faceBasis: profile.faceBasis[language],
      faceParticulars: profile.faceParticulars?.[language] ?? '',
      periods: periodsOf(choices),
    }
    return `${writers[language](facts).filter(Boolean).join('\n\n')}\n`
  }
  return { fr: write('fr'), en: write('en'), ar: write('ar') }
}
