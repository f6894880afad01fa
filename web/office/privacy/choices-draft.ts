import type { Choices, CountryProfile, Standing } from './privacy-client.ts'

/** The choices as they are typed. */
export type ChoicesDraft = {
  readonly country: Choices['country']
  readonly name: string
  readonly address: string
  readonly contact: string
  readonly use: Choices['face']['use']
  readonly reason: string
  readonly authorisation: string
}

/** As the server asks for: a reason of fewer characters gives no reason. */
export const minReasonLength = 20

export function draftOf(choices: Standing['choices']): ChoicesDraft {
  return {
    country: choices?.country ?? 'other',
    name: choices?.controller.name ?? '',
    address: choices?.controller.address ?? '',
    contact: choices?.controller.contact ?? '',
    use: choices?.face.use ?? 'by-country',
    reason: choices?.face.reason ?? '',
    authorisation: choices?.authorisation ?? '',
  }
}

/** What the server is told. Other periods than the country's stay as they were, unless the country is another. */
export function choicesOf(draft: ChoicesDraft, before: Standing['choices']): Choices {
  const { country, use, reason, authorisation } = draft
  return {
    country,
    controller: {
      name: draft.name.trim(),
      address: draft.address.trim(),
      contact: draft.contact.trim(),
    },
    face: use === 'on' ? { use, reason: reason.trim() } : { use },
    authorisation: authorisation.trim() === '' ? null : authorisation.trim(),
    retention: before?.country === country ? before.retention : {},
  }
}

/** Whether somebody who uses faces here has to say why. */
export const needsReason = (draft: ChoicesDraft): boolean => draft.use === 'on'

export const reasonIsShort = (draft: ChoicesDraft): boolean =>
  needsReason(draft) && [...draft.reason.trim()].length < minReasonLength

export const profileIn = (countries: readonly CountryProfile[], country: string) =>
  countries.find((profile) => profile.country === country)
