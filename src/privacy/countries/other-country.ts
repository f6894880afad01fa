import type { CountryProfile } from './country-profile.ts'

export const otherCountry: CountryProfile = {
  country: 'other',
  name: { fr: 'Autre pays', en: 'Another country', ar: 'بلد آخر' },
  face: 'with-consent',
  why: {
    fr:
      'Le programme ne connaît pas la loi de votre pays. Il demande ce que les plus strictes demandent : une notice ' +
      'publiée, le consentement de chacun, une façon de pointer sans visage. Demandez à votre autorité si le visage ' +
      'est admis pour les heures de travail ; dans l’Union européenne, il l’est rarement.',
    en:
      'The program does not know your country’s law. It asks for what strict ones ask for: a published notice, the ' +
      'consent of each person, a way to clock in without a face. Ask your authority whether faces are accepted for ' +
      'working hours; in the European Union they rarely are.',
    ar:
      'لا يعرف البرنامج قانون بلدكم. وهو يطلب ما تطلبه أكثر القوانين صرامة: إشعار منشور، وموافقة كل شخص، وطريقة تسجيل بلا ' +
      'وجه. اسألوا الجهة المختصة لديكم هل يُقبل الوجه لضبط ساعات العمل؛ ونادراً ما يُقبل في الاتحاد الأوروبي.',
  },
  sources: [
    {
      title: 'Regulation (EU) 2016/679 (GDPR), Articles 5, 9, 13 and 35',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  authority: {
    name: {
      fr: 'l’autorité de protection des données de votre pays',
      en: 'the data protection authority of your country',
      ar: 'هيئة حماية البيانات في بلدكم',
    },
    url: 'https://globalprivacyassembly.org/participation-in-the-assembly/members-online/',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 5,
    why: {
      fr: 'Cinq ans et un an sont des choix du programme : vérifiez la loi de votre pays.',
      en: 'Five years and one year are the program’s choice: see your country’s law.',
      ar: 'خمس سنوات وسنة واحدة اختياران من البرنامج: تحققوا من قانون بلدكم.',
    },
  },
  hoursBasis: {
    fr: 'Les heures de travail sont enregistrées pour exécuter le contrat de travail et les obligations légales de l’employeur.',
    en: 'Hours are recorded to perform the employment contract and the employer’s legal duties.',
    ar: 'تُسجَّل ساعات العمل لتنفيذ عقد العمل والالتزامات القانونية لصاحب العمل.',
  },
  faceBasis: {
    fr: 'Votre visage n’est utilisé qu’avec votre consentement explicite et libre.',
    en: 'Your face is used only with your explicit and free consent.',
    ar: 'لا يُستعمل وجهكم إلا بموافقتكم الصريحة والحرة.',
  },
}
