import type { CountryProfile } from './country-profile.ts'

export const morocco: CountryProfile = {
  country: 'MA',
  name: { fr: 'Maroc', en: 'Morocco', ar: 'المغرب' },
  face: 'needs-authorisation',
  why: {
    fr:
      'La CNDP soumet la biométrie à son autorisation préalable (loi 09-08, article 12 ; délibération n° 478-2013 du ' +
      '1er novembre 2013 sur le contrôle d’accès). Elle a émis en 2020 de fortes réserves sur les bases biométriques ' +
      'propres à chaque fournisseur, surtout hébergées à l’étranger : celle-ci reste sur votre machine.',
    en:
      'The CNDP puts biometrics under its prior authorisation (Law 09-08, Article 12; deliberation no. 478-2013 of 1 ' +
      'November 2013 on access control). In 2020 it voiced strong reservations about each provider’s own biometric ' +
      'base, above all hosted abroad: this one stays on your machine.',
    ar:
      'تُخضع اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي (CNDP) البيانات البيومترية لإذنها المسبق (القانون 09-08، ' +
      'المادة 12؛ المداولة رقم 478-2013 بتاريخ 1 نوفمبر 2013 بشأن مراقبة الولوج). وقد أبدت سنة 2020 تحفظات قوية على القواعد ' +
      'البيومترية الخاصة بكل مزوّد، لا سيما المستضافة في الخارج؛ أما هذه القاعدة فتبقى على جهازكم.',
  },
  sources: [
    {
      title:
        'Loi n° 09-08 relative à la protection des personnes physiques à l’égard du traitement des données à caractère personnel',
      url: 'https://www.cndp.ma',
    },
    {
      title: 'CNDP, délibération n° 478-2013 du 1er novembre 2013 (biométrie, contrôle d’accès)',
      url: 'https://www.cndp.ma',
    },
  ],
  authority: {
    name: {
      fr: 'Commission nationale de contrôle de la protection des données à caractère personnel (CNDP), Rabat',
      en: 'Commission nationale de contrôle de la protection des données à caractère personnel (CNDP), Rabat',
      ar: 'اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي (CNDP)، الرباط',
    },
    url: 'https://www.cndp.ma',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 5,
    why: {
      fr: 'Cinq ans sont un choix du programme : vérifiez ce que votre autorisation de la CNDP fixe.',
      en: 'Five years are the program’s choice: see what your authorisation of the CNDP lays down.',
      ar: 'خمس سنوات اختيار من البرنامج: تحققوا مما يحدده إذن اللجنة الوطنية الممنوح لكم.',
    },
  },
  hoursBasis: {
    fr: 'Les heures de travail sont enregistrées pour exécuter le contrat de travail et ses obligations légales (article 4 de la loi 09-08).',
    en: 'Hours are recorded to perform the employment contract and its legal duties (Article 4 of Law 09-08).',
    ar: 'تُسجَّل ساعات العمل لتنفيذ عقد الشغل والالتزامات القانونية المترتبة عليه (المادة 4 من القانون 09-08).',
  },
  faceBasis: {
    fr: 'Votre visage n’est utilisé qu’avec l’autorisation de la CNDP et votre consentement exprès (articles 4 et 12 de la loi 09-08).',
    en: 'Your face is used only with the authorisation of the CNDP and your express consent (Articles 4 and 12 of Law 09-08).',
    ar: 'لا يُستعمل وجهكم إلا بإذن من اللجنة الوطنية (CNDP) وبموافقتكم الصريحة (المادتان 4 و12 من القانون 09-08).',
  },
}
