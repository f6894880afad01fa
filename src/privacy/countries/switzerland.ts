import type { CountryProfile } from './country-profile.ts'

export const switzerland: CountryProfile = {
  country: 'CH',
  name: { fr: 'Suisse', en: 'Switzerland', ar: 'سويسرا' },
  face: 'off',
  why: {
    fr:
      'Les données biométriques qui identifient quelqu’un sont sensibles (art. 5, let. c, ch. 4, LPD). Au travail, le ' +
      'consentement est rarement libre, et l’employeur ne traite que ce que l’exécution du contrat exige (art. 328b ' +
      'CO) : sans autre façon de pointer, le visage manque à la proportionnalité.',
    en:
      'Biometric data that identify somebody are sensitive (Art. 5 let. c no. 4 FADP). At work consent is rarely free, ' +
      'and an employer processes only what the contract needs (Art. 328b CO): without another way to clock in, faces ' +
      'fail proportionality.',
    ar:
      'البيانات البيومترية التي تحدد هوية شخص ما بيانات حساسة (المادة 5، الحرف c، الرقم 4 من قانون حماية البيانات). ونادراً ' +
      'ما تكون الموافقة حرة في العمل، ولا يعالج صاحب العمل إلا ما يقتضيه تنفيذ العقد (المادة 328b من قانون الالتزامات)؛ ' +
      'ومن دون طريقة أخرى للتسجيل لا يكون استعمال الوجه متناسباً.',
  },
  sources: [
    {
      title: 'Federal Act on Data Protection (FADP), Art. 5 and 6',
      url: 'https://www.fedlex.admin.ch/eli/cc/2022/491/en',
    },
    {
      title: 'Code of Obligations, Art. 328b',
      url: 'https://www.fedlex.admin.ch/eli/cc/27/317_321_377/en',
    },
  ],
  authority: {
    name: {
      fr: 'Préposé fédéral à la protection des données et à la transparence (PFPDT), Feldeggweg 1, 3003 Berne',
      en: 'Federal Data Protection and Information Commissioner (FDPIC), Feldeggweg 1, 3003 Bern',
      ar: 'المفوض الفدرالي لحماية البيانات والشفافية (FDPIC)، Feldeggweg 1, 3003 Bern',
    },
    url: 'https://www.edoeb.admin.ch',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 5,
    why: {
      fr: 'L’article 73 de l’ordonnance 1 relative à la loi sur le travail fait garder les documents du temps de travail cinq ans.',
      en: 'Article 73 of Ordinance 1 to the Labour Act has the documents of working time kept for five years.',
      ar: 'تُلزم المادة 73 من المرسوم 1 المتعلق بقانون العمل بحفظ وثائق وقت العمل خمس سنوات.',
    },
  },
  hoursBasis: {
    fr: 'Les heures de travail sont enregistrées parce que la loi sur le travail l’exige (art. 46 LTr).',
    en: 'Hours are recorded because the Labour Act requires it (Art. 46 LTr).',
    ar: 'تُسجَّل ساعات العمل لأن قانون العمل يقتضي ذلك (المادة 46).',
  },
  faceBasis: {
    fr: 'Votre visage n’est utilisé qu’avec votre consentement exprès et libre (art. 6, al. 6 et 7, LPD).',
    en: 'Your face is used only with your express and free consent (Art. 6 paras 6 and 7 FADP).',
    ar: 'لا يُستعمل وجهكم إلا بموافقتكم الصريحة والحرة (المادة 6، الفقرتان 6 و7 من قانون حماية البيانات).',
  },
}
