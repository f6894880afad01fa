import type { HolidayRule, ShippedCalendar } from './shipped-calendar.ts'

const law = 'Code du travail, article L3133-1'
const localLaw = 'Code du travail, article L3134-13'

const rules: readonly HolidayRule[] = [
  {
    on: '01-01',
    source: law,
    name: { fr: 'Jour de l’an', en: 'New Year’s Day', ar: 'رأس السنة الميلادية' },
  },
  {
    easterPlus: 1,
    source: law,
    name: { fr: 'Lundi de Pâques', en: 'Easter Monday', ar: 'اثنين الفصح' },
  },
  { on: '05-01', source: law, name: { fr: 'Fête du Travail', en: 'Labour Day', ar: 'عيد الشغل' } },
  {
    on: '05-08',
    source: law,
    name: { fr: 'Victoire 1945', en: 'Victory Day 1945', ar: 'عيد النصر 1945' },
  },
  { easterPlus: 39, source: law, name: { fr: 'Ascension', en: 'Ascension Day', ar: 'عيد الصعود' } },
  {
    easterPlus: 50,
    source: law,
    name: { fr: 'Lundi de Pentecôte', en: 'Whit Monday', ar: 'اثنين العنصرة' },
  },
  {
    on: '07-14',
    source: law,
    name: { fr: 'Fête nationale', en: 'Bastille Day', ar: 'العيد الوطني' },
  },
  {
    on: '08-15',
    source: law,
    name: { fr: 'Assomption', en: 'Assumption Day', ar: 'عيد انتقال العذراء' },
  },
  {
    on: '11-01',
    source: law,
    name: { fr: 'Toussaint', en: 'All Saints’ Day', ar: 'عيد جميع القديسين' },
  },
  {
    on: '11-11',
    source: law,
    name: { fr: 'Armistice 1918', en: 'Armistice Day 1918', ar: 'عيد الهدنة 1918' },
  },
  { on: '12-25', source: law, name: { fr: 'Noël', en: 'Christmas Day', ar: 'عيد الميلاد' } },
]

/** The eleven legal holidays of France. */
export const france: ShippedCalendar = {
  name: { fr: 'France', en: 'France', ar: 'فرنسا' },
  years: { first: 2020, last: 2035 },
  note: 'Overseas departments have one more day each (article L3422-2): add it to the site.',
  rules,
}

/** France with the two further days of Moselle, Bas-Rhin and Haut-Rhin. */
export const alsaceMoselle: ShippedCalendar = {
  name: {
    fr: 'France (Alsace-Moselle)',
    en: 'France (Alsace-Moselle)',
    ar: 'فرنسا (الألزاس وموزيل)',
  },
  years: france.years,
  note: 'Good Friday holds in the communes with a Protestant temple or a mixed church.',
  rules: [
    ...rules,
    {
      easterPlus: -2,
      source: localLaw,
      name: { fr: 'Vendredi saint', en: 'Good Friday', ar: 'الجمعة العظيمة' },
    },
    {
      on: '12-26',
      source: localLaw,
      name: { fr: 'Saint-Étienne', en: 'St Stephen’s Day', ar: 'عيد القديس إسطفان' },
    },
  ],
}
