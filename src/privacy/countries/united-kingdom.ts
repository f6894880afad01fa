import type { CountryProfile } from './country-profile.ts'

export const unitedKingdom: CountryProfile = {
  country: 'GB',
  name: { fr: 'Royaume-Uni', en: 'United Kingdom', ar: 'المملكة المتحدة' },
  face: 'off',
  why: {
    fr:
      'En février 2024, l’ICO a ordonné à Serco Leisure de cesser le contrôle de présence par le visage et le doigt ' +
      'de plus de 2 000 salariés sur 38 sites et de détruire les données : des moyens moins intrusifs existaient, et ' +
      'aucune autre façon de pointer n’était proposée d’elle-même.',
    en:
      'In February 2024 the ICO ordered Serco Leisure to stop monitoring the attendance of more than 2,000 employees ' +
      'at 38 sites by face and finger and to destroy the data: less intrusive means existed, and no other way to ' +
      'clock in was offered proactively.',
    ar:
      'في فبراير 2024 أمر مكتب مفوض المعلومات (ICO) شركة Serco Leisure بوقف مراقبة حضور أكثر من 2000 عامل في 38 موقعاً ' +
      'بالوجه والإصبع وبإتلاف البيانات، إذ كانت هناك وسائل أقل تدخلاً ولم تُعرض أي طريقة أخرى للتسجيل من تلقاء نفسها.',
  },
  sources: [
    {
      title: 'ICO, enforcement action against Serco Leisure and associated trusts, February 2024',
      url: 'https://ico.org.uk',
    },
    {
      title: 'ICO, Biometric data guidance: biometric recognition',
      url: 'https://ico.org.uk',
    },
  ],
  authority: {
    name: {
      fr: 'Information Commissioner’s Office (ICO), Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF',
      en: 'Information Commissioner’s Office (ICO), Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF',
      ar: 'مكتب مفوض المعلومات (ICO)، Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF',
    },
    url: 'https://ico.org.uk',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 6,
    why: {
      fr: 'Les pièces qui prouvent le salaire minimum se gardent six ans (depuis le 1er avril 2021) ; les registres du temps de travail, deux.',
      en: 'Records that prove the minimum wage are kept for six years (since 1 April 2021), those of working time for two.',
      ar: 'تُحفظ السجلات التي تثبت الحد الأدنى للأجر ست سنوات (منذ 1 أبريل 2021)، وسجلات وقت العمل سنتين.',
    },
  },
  hoursBasis: {
    fr: 'Les heures de travail sont enregistrées parce que la loi oblige l’employeur à les suivre (article 6(1)(c) du UK GDPR).',
    en: 'Hours are recorded because the law obliges the employer to keep them (Article 6(1)(c) UK GDPR).',
    ar: 'تُسجَّل ساعات العمل لأن القانون يُلزم صاحب العمل بتتبعها (المادة 6(1)(c) من UK GDPR).',
  },
  faceBasis: {
    fr: 'Votre visage n’est utilisé qu’avec votre consentement explicite et libre (article 9(2)(a) du UK GDPR).',
    en: 'Your face is used only with your explicit and free consent (Article 9(2)(a) UK GDPR).',
    ar: 'لا يُستعمل وجهكم إلا بموافقتكم الصريحة والحرة (المادة 9(2)(a) من UK GDPR).',
  },
}
