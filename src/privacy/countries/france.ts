import type { CountryProfile } from './country-profile.ts'
import { gdprFaceBasis, gdprHoursBasis } from './gdpr.ts'

export const france: CountryProfile = {
  country: 'FR',
  name: { fr: 'France', en: 'France', ar: 'فرنسا' },
  face: 'off',
  why: {
    fr:
      'La CNIL n’admet la biométrie au travail que pour contrôler l’accès à des locaux, des appareils ou des ' +
      'applications (règlement type du 10 janvier 2019). Pour le contrôle des horaires, elle n’admet que des ' +
      'dispositifs non biométriques, et elle a rappelé à l’ordre en août 2020 des employeurs qui photographiaient ' +
      'les salariés à chaque pointage.',
    en:
      'The CNIL accepts biometrics at work only to control access to premises, devices or applications (model ' +
      'regulation of 10 January 2019). For working hours it accepts only devices without biometrics, and in ' +
      'August 2020 it gave formal notice to employers whose clocks took a photo at every clock-in.',
    ar:
      'لا تقبل اللجنة الوطنية الفرنسية للمعلوماتية والحريات (CNIL) البيانات البيومترية في العمل إلا لمراقبة الدخول إلى ' +
      'الأماكن أو الأجهزة أو التطبيقات (اللائحة النموذجية بتاريخ 10 يناير 2019). أما لضبط أوقات العمل فلا تقبل إلا ' +
      'الوسائل غير البيومترية، وقد نبّهت في أغسطس 2020 أرباب عمل كانوا يصوّرون الأجراء عند كل تسجيل.',
  },
  sources: [
    {
      title: 'CNIL, L’accès aux locaux et le contrôle des horaires sur le lieu de travail',
      url: 'https://www.cnil.fr/fr/lacces-aux-locaux-et-le-controle-des-horaires-sur-le-lieu-de-travail',
    },
    {
      title: 'CNIL, délibération n° 2019-001 du 10 janvier 2019 (règlement type biométrie)',
      url: 'https://www.legifrance.gouv.fr',
    },
    {
      title: 'CNIL, Badgeuses photo : mise en demeure de plusieurs organismes, 27 août 2020',
      url: 'https://www.cnil.fr',
    },
  ],
  authority: {
    name: {
      fr: 'Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07',
      en: 'Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07',
      ar: 'اللجنة الوطنية للمعلوماتية والحريات (CNIL)، 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07',
    },
    url: 'https://www.cnil.fr',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 5,
    why: {
      fr: 'La CNIL admet cinq ans pour les données d’horaires ; un gabarit d’un an sans usage n’a plus de finalité.',
      en: 'The CNIL accepts five years for working hours; a template unused for a year has no purpose left.',
      ar: 'تقبل اللجنة خمس سنوات لبيانات أوقات العمل؛ والقالب الذي لم يُستعمل سنة كاملة لم تعد له غاية.',
    },
  },
  hoursBasis: gdprHoursBasis,
  faceBasis: gdprFaceBasis,
  faceParticulars: {
    fr:
      'En France, l’usage du visage pour les horaires est une exception que l’employeur doit justifier par écrit. ' +
      'Le comité social et économique est consulté avant. Vous pouvez demander à lire cette justification.',
    en:
      'In France, using faces for working hours is an exception that the employer has to justify in writing. The ' +
      'works council (CSE) is consulted beforehand. You may ask to read the justification.',
    ar:
      'في فرنسا، يُعدّ استعمال الوجه لضبط أوقات العمل استثناءً على صاحب العمل أن يعلّله كتابةً. وتُستشار لجنة العمال ' +
      '(CSE) قبل ذلك. ويمكنكم طلب الاطلاع على هذا التعليل.',
  },
}
