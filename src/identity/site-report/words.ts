import type { QualityReason, UnreadableReason } from '../photo-verdict.ts'
import type { AdviceReason } from './advice.ts'
import type { Failure } from './sample.ts'

export const reportLanguages = ['fr', 'en'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

type Phrases = {
  readonly title: string
  readonly privacy: string
  readonly overview: string
  readonly people: string
  readonly photos: string
  readonly templates: string
  readonly failureToEnrol: string
  readonly failureToAcquire: string
  readonly sameShots: (count: string) => string
  readonly advice: string
  readonly mode: Record<'identify' | 'verify', string>
  readonly reasons: Record<AdviceReason, string>
  readonly figures: string
  readonly fpir: string
  readonly fnir: string
  readonly parts: (unknown: string, ambiguous: string, wrong: string) => string
  readonly verification: string
  readonly among: (people: string) => string
  readonly atSite: (employees: string, threshold: string) => string
  readonly expectedFpir: (rate: string) => string
  readonly curves: string
  readonly curvesHint: string
  readonly genuine: string
  readonly impostor: string
  readonly threshold: string
  readonly score: string
  readonly share: string
  readonly table: string
  readonly tableHint: string
  readonly expectedFmr: string
  readonly inForce: string
  readonly interval: string
  readonly notMeasured: string
  readonly alike: string
  readonly alikeHint: string
  readonly unlike: string
  readonly unlikeHint: string
  readonly mixed: string
  readonly mixedHint: string
  readonly failures: string
  readonly file: string
  readonly toEnrol: string
  readonly toClockIn: string
  readonly none: string
  readonly usable: string
  readonly method: string
}

export const phrases: Record<ReportLanguage, Phrases> = {
  fr: {
    title: 'Reconnaissance des visages sur ce site',
    privacy:
      'Ce rapport cite les noms de dossiers et de fichiers fournis, et ne contient ni photo ni gabarit. Aucun gabarit n’a été gardé.',
    overview: 'Photos examinées',
    people: 'Personnes',
    photos: 'Photos',
    templates: 'Gabarits',
    failureToEnrol: 'Photos refusées pour l’enregistrement',
    failureToAcquire: 'Photos refusées pour le pointage',
    sameShots: (count) =>
      `${count} comparaisons d’une personne avec elle-même portent sur des photos presque identiques (images d’une même vidéo, par exemple) : les taux d’oubli ci-dessous sont trop favorables.`,
    advice: 'Réglages conseillés',
    mode: {
      identify: 'Reconnaître le visage parmi tous les employés.',
      verify: 'Demander d’abord un code ou un badge, puis vérifier le visage.',
    },
    reasons: {
      'target-out-of-reach':
        'Avec autant de gabarits, le taux visé d’inconnus pris pour un employé ne peut être promis.',
      'strangers-more-alike':
        'Ici, des personnes différentes se ressemblent plus que prévu : parents, ou une même personne dans deux dossiers. Vérifiez d’abord les paires ci-dessous, corrigez les dossiers et recommencez.',
      'too-few-strangers':
        'Trop peu de personnes pour voir si les inconnus se ressemblent ici plus que prévu : le tableau fourni reste la référence.',
      'alike-folders':
        'Des photos de dossiers différents passeraient pour la même personne : vérifiez les paires marquées ci-dessous.',
      'wrong-identities':
        'Une personne a été prise pour une autre : vérifiez les paires ci-dessous ; sinon, élargissez la marge.',
      'misses-without-pin':
        'Beaucoup ne seraient pas reconnus parmi tous, mais le seraient après un code ou un badge.',
      misses:
        'Beaucoup ne seraient pas reconnus : prenez trois à cinq photos par personne, de face et bien éclairées.',
      'as-expected': 'Rien ne s’oppose aux réglages en vigueur.',
    },
    figures: 'Justesse',
    fpir: 'Inconnus pris pour un employé (FPIR)',
    fnir: 'Employés non reconnus (FNIR)',
    parts: (unknown, ambiguous, wrong) =>
      `inconnus ${unknown}, incertains ${ambiguous}, pris pour un autre ${wrong}`,
    verification: 'Refusés après un code ou un badge (FNMR à FMR 1/10 000)',
    among: (people) => `Parmi ces ${people} personnes`,
    atSite: (employees, threshold) => `Au seuil pour ${employees} employés (${threshold})`,
    expectedFpir: (rate) =>
      `D’après les comparaisons faites ici, un inconnu serait pris pour l’un des employés du site avec une probabilité de ${rate}.`,
    curves: 'Courbes des scores',
    curvesHint:
      'Moins les deux courbes se recouvrent, mieux c’est. À droite du seuil, deux photos passent pour la même personne.',
    genuine: 'même personne',
    impostor: 'personnes différentes',
    threshold: 'seuil',
    score: 'score (écarts types au-dessus des inconnus les plus proches)',
    share: 'part des comparaisons',
    table: 'Comparaisons une à une',
    tableHint:
      'FMR : deux personnes prises pour une ; FNMR : une personne prise pour deux. Entre crochets, l’intervalle à 95 % (Wilson), puis celui obtenu en retirant des personnes au hasard.',
    expectedFmr: 'FMR prévu',
    inForce: 'en vigueur',
    interval: 'intervalle à 95 %',
    notMeasured: 'non mesuré',
    alike: 'Dossiers différents, visages très proches',
    alikeHint:
      'À vérifier à l’œil : une même personne dans deux dossiers ? Les paires marquées dépassent le seuil en vigueur.',
    unlike: 'Même dossier, visages très différents',
    unlikeHint:
      'À vérifier à l’œil : une autre personne, ou une mauvaise photo ? Les paires marquées restent sous le seuil en vigueur.',
    mixed: 'Dossiers qui semblent montrer plusieurs personnes',
    mixedHint: 'Chaque ligne est un groupe de photos qui se ressemblent.',
    failures: 'Photos refusées',
    file: 'Fichier',
    toEnrol: 'Pour enregistrer',
    toClockIn: 'Pour pointer',
    none: 'Aucun.',
    usable: 'utilisable',
    method:
      'Chaque photo est comparée à toutes les autres. FPIR : chaque personne est recherchée comme inconnue dans la galerie des autres. FNIR : chaque photo est recherchée dans la galerie de toutes les autres photos. Les règles de décision sont celles de la pointeuse.',
  },
  en: {
    title: 'Face recognition at this site',
    privacy:
      'This report names the folders and files that were given, and holds neither photos nor templates. No template was kept.',
    overview: 'Photos looked at',
    people: 'People',
    photos: 'Photos',
    templates: 'Templates',
    failureToEnrol: 'Photos refused for enrolling',
    failureToAcquire: 'Photos refused for clocking in',
    sameShots: (count) =>
      `${count} comparisons of a person with themselves are of photos that are nearly the same (frames of one video, say): the miss rates below are too favourable.`,
    advice: 'Recommended settings',
    mode: {
      identify: 'Recognise the face among all employees.',
      verify: 'Ask for a PIN or a badge first, then verify the face.',
    },
    reasons: {
      'target-out-of-reach':
        'With so many templates the targeted rate of strangers taken for an employee cannot be promised.',
      'strangers-more-alike':
        'Different people are more alike here than expected: relatives, or one person in two folders. First check the pairs below, put the folders right and run this again.',
      'too-few-strangers':
        'Too few people to see whether strangers are more alike here than expected: the table that ships remains the reference.',
      'alike-folders':
        'Photos of different folders would pass for one person: check the marked pairs below.',
      'wrong-identities':
        'Somebody was taken for somebody else: check the pairs below; if they are right, widen the margin.',
      'misses-without-pin':
        'Many would not be recognised among all, but would be after a PIN or a badge.',
      misses:
        'Many would not be recognised: take three to five photos of each person, from the front and well lit.',
      'as-expected': 'Nothing speaks against the settings in force.',
    },
    figures: 'Accuracy',
    fpir: 'Strangers taken for an employee (FPIR)',
    fnir: 'Employees not recognised (FNIR)',
    parts: (unknown, ambiguous, wrong) =>
      `unknown ${unknown}, ambiguous ${ambiguous}, taken for another ${wrong}`,
    verification: 'Refused after a PIN or a badge (FNMR at FMR 1/10,000)',
    among: (people) => `Among these ${people} people`,
    atSite: (employees, threshold) => `At the threshold for ${employees} employees (${threshold})`,
    expectedFpir: (rate) =>
      `Going by the comparisons made here, a stranger would be taken for one of the site’s employees with a probability of ${rate}.`,
    curves: 'Score curves',
    curvesHint:
      'The less the two curves overlap the better. Right of the threshold, two photos pass for the same person.',
    genuine: 'same person',
    impostor: 'different people',
    threshold: 'threshold',
    score: 'score (standard deviations above the nearest strangers)',
    share: 'share of comparisons',
    table: 'Comparisons one to one',
    tableHint:
      'FMR: two people taken for one; FNMR: one person taken for two. In brackets the 95 % interval (Wilson), then the one from drawing people at random.',
    expectedFmr: 'expected FMR',
    inForce: 'in force',
    interval: '95 % interval',
    notMeasured: 'not measured',
    alike: 'Different folders, faces very much alike',
    alikeHint:
      'To check by eye: one person in two folders? Marked pairs are above the threshold in force.',
    unlike: 'Same folder, faces very different',
    unlikeHint:
      'To check by eye: another person, or a bad photo? Marked pairs are below the threshold in force.',
    mixed: 'Folders that seem to show several people',
    mixedHint: 'Each line is a group of photos that are alike.',
    failures: 'Photos refused',
    file: 'File',
    toEnrol: 'To enrol',
    toClockIn: 'To clock in',
    none: 'None.',
    usable: 'usable',
    method:
      'Every photo is compared with all others. FPIR: each person is searched as a stranger in the gallery of the others. FNIR: each photo is searched in the gallery of all other photos. The rules of decision are those of the time clock.',
  },
}

const failureWords: Record<
  ReportLanguage,
  Record<QualityReason | UnreadableReason | 'no-face' | 'several-faces', string>
> = {
  fr: {
    'too-small': 'visage trop petit',
    blurred: 'floue',
    'too-dark': 'trop sombre',
    'too-bright': 'trop claire',
    'low-contrast': 'contraste trop faible',
    'turned-away': 'visage tourné de côté',
    'looking-up-or-down': 'tête levée ou baissée',
    tilted: 'tête penchée',
    'cut-off': 'visage coupé par le bord',
    'eyes-closed': 'yeux fermés',
    covered: 'visage couvert',
    empty: 'fichier vide',
    'too-many-bytes': 'plus de 10 Mo',
    'too-many-pixels': 'plus de 40 mégapixels',
    'several-frames': 'image animée ou de plusieurs pages',
    'unsupported-format': 'pas une photo lisible',
    damaged: 'fichier abîmé',
    'no-face': 'aucun visage',
    'several-faces': 'plusieurs visages',
  },
  en: {
    'too-small': 'face too small',
    blurred: 'blurred',
    'too-dark': 'too dark',
    'too-bright': 'too bright',
    'low-contrast': 'too little contrast',
    'turned-away': 'face turned away',
    'looking-up-or-down': 'looking up or down',
    tilted: 'head tilted',
    'cut-off': 'face cut off by the border',
    'eyes-closed': 'eyes closed',
    covered: 'face covered',
    empty: 'empty file',
    'too-many-bytes': 'more than 10 MB',
    'too-many-pixels': 'more than 40 megapixels',
    'several-frames': 'animated, or of several pages',
    'unsupported-format': 'not a photo that can be read',
    damaged: 'damaged file',
    'no-face': 'no face',
    'several-faces': 'several faces',
  },
}

/** A failure in a few words. */
export function wordsOf(failure: Failure, language: ReportLanguage): string {
  const words = failureWords[language]
  switch (failure.outcome) {
    case 'poor-quality':
      return failure.reasons.map((reason) => words[reason]).join(', ')
    case 'unreadable':
      return words[failure.reason]
    case 'no-face':
      return words['no-face']
    case 'several-faces':
      return `${words['several-faces']} (${failure.count})`
  }
}
