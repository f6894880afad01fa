import { Temporal } from 'temporal-polyfill'
import type { HolidayRule, ShippedCalendar } from './shipped-calendar.ts'

const law = 'Décret n° 2-04-426 du 29 décembre 2004 (code du travail, article 217)'
const amazigh = 'Décret n° 2-23-1000, which completes décret n° 2-04-426'
const unity = 'Décret n° 2-26-14 du 27 janvier 2026, which completes décret n° 2-04-426'
const publicSector = 'Décret n° 2-77-169 du 28 février 1977'

// Each feast follows a sighting that the Ministry of Habous and Islamic Affairs announces. `announced`
// holds the dates of its communiqués that were read; `computed` those of the Umm al-Qura calendar plus
// one day, the usual distance of Moroccan sightings. They stay provisional until an operator confirms.
const feasts = {
  muharram: {
    announced: [],
    computed: '2024-07-08 2025-06-27 2026-06-17 2027-06-07 2028-05-26 2029-05-15 2030-05-05'.split(
      ' ',
    ),
  },
  mawlid: {
    announced: ['2025-09-05'],
    computed: '2024-09-16 2026-08-26 2027-08-15 2028-08-04 2029-07-25 2030-07-14'.split(' '),
  },
  fitr: {
    announced: ['2024-04-10', '2025-03-31'],
    computed: '2026-03-21 2027-03-10 2028-02-27 2029-02-15 2030-02-05'.split(' '),
  },
  adha: {
    announced: ['2024-06-17'],
    computed: '2025-06-07 2026-05-28 2027-05-17 2028-05-06 2029-04-25 2030-04-14'.split(' '),
  },
} as const

const rules: readonly HolidayRule[] = [
  // Not in the decree on paid holidays, but a day off by general custom and in the public sector's decree.
  {
    on: '01-01',
    source: publicSector,
    name: { fr: 'Jour de l’an', en: 'New Year’s Day', ar: 'رأس السنة الميلادية' },
  },
  {
    on: '01-11',
    source: law,
    name: {
      fr: 'Manifeste de l’Indépendance',
      en: 'Independence Manifesto Day',
      ar: 'ذكرى تقديم وثيقة الاستقلال',
    },
  },
  {
    on: '01-14',
    since: 2024,
    source: amazigh,
    name: { fr: 'Nouvel an amazigh', en: 'Amazigh New Year', ar: 'رأس السنة الأمازيغية' },
  },
  { on: '05-01', source: law, name: { fr: 'Fête du Travail', en: 'Labour Day', ar: 'عيد الشغل' } },
  { on: '07-30', source: law, name: { fr: 'Fête du Trône', en: 'Throne Day', ar: 'عيد العرش' } },
  {
    on: '08-14',
    source: law,
    name: {
      fr: 'Journée d’Oued Ed-Dahab',
      en: 'Oued Ed-Dahab Day',
      ar: 'ذكرى استرجاع إقليم وادي الذهب',
    },
  },
  {
    on: '08-20',
    source: law,
    name: {
      fr: 'Révolution du Roi et du Peuple',
      en: 'Revolution of the King and the People',
      ar: 'ذكرى ثورة الملك والشعب',
    },
  },
  {
    on: '08-21',
    source: law,
    name: { fr: 'Fête de la Jeunesse', en: 'Youth Day', ar: 'عيد الشباب' },
  },
  {
    on: '10-31',
    since: 2026,
    source: unity,
    name: { fr: 'Fête de l’Unité', en: 'Unity Day', ar: 'عيد الوحدة' },
  },
  {
    on: '11-06',
    source: law,
    name: { fr: 'Marche Verte', en: 'Green March Day', ar: 'ذكرى المسيرة الخضراء' },
  },
  {
    on: '11-18',
    source: law,
    name: { fr: 'Fête de l’Indépendance', en: 'Independence Day', ar: 'عيد الاستقلال' },
  },
  {
    ...feasts.muharram,
    source: law,
    name: { fr: '1er Moharram', en: 'Islamic New Year', ar: 'فاتح محرم' },
  },
  {
    ...feasts.mawlid,
    source: law,
    name: { fr: 'Aïd Al Mawlid', en: 'The Prophet’s Birthday', ar: 'عيد المولد النبوي' },
  },
  { ...feasts.fitr, source: law, name: { fr: 'Aïd Al Fitr', en: 'Eid al-Fitr', ar: 'عيد الفطر' } },
  { ...feasts.adha, source: law, name: { fr: 'Aïd Al Adha', en: 'Eid al-Adha', ar: 'عيد الأضحى' } },
]

/** The paid holidays of companies in Morocco. */
export const morocco: ShippedCalendar = {
  name: { fr: 'Maroc', en: 'Morocco', ar: 'المغرب' },
  years: { first: 2024, last: 2030 },
  note: 'The feasts of the Islamic calendar are provisional until they are confirmed each year.',
  rules,
}

const secondDay = (dates: readonly string[]): string[] =>
  dates.map((date) => Temporal.PlainDate.from(date).add({ days: 1 }).toString())

const second = ({
  announced,
  computed,
}: {
  announced: readonly string[]
  computed: readonly string[]
}) => ({
  announced: secondDay(announced),
  computed: secondDay(computed),
})

/** With the second day of the three feasts that the public sector, banks and some companies grant. */
export const moroccoPublicSector: ShippedCalendar = {
  ...morocco,
  name: {
    fr: 'Maroc (secteur public)',
    en: 'Morocco (public sector)',
    ar: 'المغرب (القطاع العام)',
  },
  rules: [
    ...rules,
    {
      ...second(feasts.mawlid),
      source: publicSector,
      name: {
        fr: 'Aïd Al Mawlid (2e jour)',
        en: 'The Prophet’s Birthday (day 2)',
        ar: 'عيد المولد النبوي (اليوم الثاني)',
      },
    },
    {
      ...second(feasts.fitr),
      source: publicSector,
      name: {
        fr: 'Aïd Al Fitr (2e jour)',
        en: 'Eid al-Fitr (day 2)',
        ar: 'عيد الفطر (اليوم الثاني)',
      },
    },
    {
      ...second(feasts.adha),
      source: publicSector,
      name: {
        fr: 'Aïd Al Adha (2e jour)',
        en: 'Eid al-Adha (day 2)',
        ar: 'عيد الأضحى (اليوم الثاني)',
      },
    },
  ],
}
