import type { Clock } from '../ports/clock.ts'
import type { Choices, MadeChoices } from './choices.ts'
import { profileOf } from './countries/profiles.ts'
import type { PrivacyStore } from './ports.ts'

export type ChooseResult =
  | { readonly outcome: 'chosen'; readonly choices: MadeChoices }
  /** Whoever goes against the country's default has to say why, so that somebody else can judge it. */
  | { readonly outcome: 'reason-too-short' }
  /** Illinois has templates gone within three years; nobody may keep them longer there. */
  | { readonly outcome: 'period-too-long'; readonly maxDays: number }

export interface Choosing {
  latest(): Promise<MadeChoices | undefined>
  all(): Promise<MadeChoices[]>
  choose(choices: Choices, by: string): Promise<ChooseResult>
}

/** A reason of fewer characters gives no reason. */
export const minReasonLength = 20

export function createChoices({
  store,
  clock,
}: {
  readonly store: PrivacyStore
  readonly clock: Clock
}): Choosing {
  return {
    latest: () => store.choices.latest(),
    all: () => store.choices.all(),
    async choose(choices, by) {
      const { face, country, retention } = choices
      if (face.use === 'on' && [...face.reason.trim()].length < minReasonLength)
        return { outcome: 'reason-too-short' }
      const { maxTemplateUnusedDays: maxDays } = profileOf(country).retention
      if (maxDays !== undefined && (retention.templateUnusedDays ?? 0) > maxDays)
        return { outcome: 'period-too-long', maxDays }
      return {
        outcome: 'chosen',
        choices: await store.choices.add(choices, { by, at: clock.now() }),
      }
    },
  }
}
