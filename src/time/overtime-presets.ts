import type { LocalName } from './holiday.ts'
import type { OvertimeBandDraft } from './overtime-band.ts'

/** Overtime as a law has it, where no agreement says otherwise: a draft to begin a schedule with. */
export type OvertimePreset = {
  readonly name: LocalName
  readonly sources: readonly string[]
  readonly bands: readonly OvertimeBandDraft[]
}

const night = { start: '21:00', end: '06:00' }
/** Moroccan law: 44 hours a week outside of agriculture. */
const moroccanWeek = 44 * 60

export const overtimePresets = {
  fr: {
    name: { fr: 'France', en: 'France', ar: 'فرنسا' },
    sources: ['Code du travail, L3121-27, L3121-28, L3121-36'],
    bands: [
      { label: '25 %', per: 'week', after: 35 * 60 },
      { label: '50 %', per: 'week', after: 43 * 60 },
    ],
  },
  ma: {
    name: { fr: 'Maroc', en: 'Morocco', ar: 'المغرب' },
    sources: ['Loi 65-99, articles 184, 196 et 201 (activités non agricoles)'],
    bands: [
      { label: '25 %', per: 'week', after: moroccanWeek },
      { label: '50 %', per: 'week', after: moroccanWeek, between: night },
      { label: '50 %', per: 'week', after: moroccanWeek, on: 'rest-day' },
      { label: '100 %', per: 'week', after: moroccanWeek, on: 'rest-day', between: night },
    ],
  },
} as const satisfies Record<string, OvertimePreset>
