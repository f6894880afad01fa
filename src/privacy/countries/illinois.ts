import type { CountryProfile } from './country-profile.ts'

export const illinois: CountryProfile = {
  country: 'US-IL',
  name: {
    fr: 'États-Unis : Illinois',
    en: 'United States: Illinois',
    ar: 'الولايات المتحدة: إلينوي',
  },
  face: 'with-consent',
  why: {
    fr:
      'Le Biometric Information Privacy Act (740 ILCS 14) admet la géométrie du visage avec une politique publique ' +
      'écrite avant toute collecte, une information écrite de la finalité et de la durée, et une décharge écrite de ' +
      'chaque personne. Les dommages-intérêts sont de 1 000 ou 5 000 dollars par personne.',
    en:
      'The Biometric Information Privacy Act (740 ILCS 14) allows scans of face geometry with a written public policy ' +
      'before any collection, written notice of purpose and length, and a written release of each person. Damages are ' +
      '1,000 or 5,000 dollars for each person.',
    ar:
      'يسمح قانون خصوصية المعلومات البيومترية (740 ILCS 14) بمسح ملامح الوجه بشرط وجود سياسة عامة مكتوبة قبل أي جمع، ' +
      'وإعلام مكتوب بالغاية والمدة، وإذن مكتوب من كل شخص. وتبلغ التعويضات 1000 أو 5000 دولار عن كل شخص.',
  },
  sources: [
    {
      title: 'Illinois Biometric Information Privacy Act, 740 ILCS 14/15',
      url: 'https://www.ilga.gov/legislation/ilcs/ilcs3.asp?ActID=3004&ChapterID=57',
    },
    {
      title: 'Mora v. J&M Plating, Inc., 2022 IL App (2d) 210692',
      url: 'https://www.illinoiscourts.gov',
    },
  ],
  authority: {
    name: {
      fr: 'les tribunaux : la loi donne à chaque personne une action en justice (740 ILCS 14/20)',
      en: 'the courts: the Act gives every person a right of action (740 ILCS 14/20)',
      ar: 'المحاكم: يمنح القانون كل شخص حق رفع الدعوى (740 ILCS 14/20)',
    },
    url: 'https://www.ilga.gov/legislation/ilcs/ilcs3.asp?ActID=3004&ChapterID=57',
  },
  retention: {
    // The Act: once the purpose is satisfied, or within three years of the last interaction, whichever is first.
    templateUnusedDays: 3 * 365,
    maxTemplateUnusedDays: 3 * 365,
    recordYears: 3,
    why: {
      fr: 'La loi fait détruire les données biométriques quand leur finalité est atteinte, au plus tard trois ans après le dernier contact ; les heures payées se gardent trois ans (29 CFR 516.5).',
      en: 'The Act has biometric data destroyed once their purpose is satisfied, at most three years after the last interaction; paid hours are kept for three years (29 CFR 516.5).',
      ar: 'يُلزم القانون بإتلاف البيانات البيومترية متى تحققت غايتها، وفي أجل أقصاه ثلاث سنوات بعد آخر تعامل؛ وتُحفظ الساعات المؤداة ثلاث سنوات (29 CFR 516.5).',
    },
  },
  hoursBasis: {
    fr: 'Les heures de travail sont enregistrées parce que la loi oblige l’employeur à les garder (29 CFR 516).',
    en: 'Hours are recorded because the law obliges the employer to keep them (29 CFR 516).',
    ar: 'تُسجَّل ساعات العمل لأن القانون يُلزم صاحب العمل بحفظها (29 CFR 516).',
  },
  faceBasis: {
    fr: 'La géométrie de votre visage n’est relevée qu’après votre décharge écrite (740 ILCS 14/15(b)).',
    en: 'A scan of your face geometry is made only after your written release (740 ILCS 14/15(b)).',
    ar: 'لا يُجرى مسح ملامح وجهكم إلا بعد إذنكم المكتوب (740 ILCS 14/15(b)).',
  },
  faceParticulars: {
    fr:
      'Politique publique au sens du 740 ILCS 14/15(a) : les gabarits sont détruits définitivement dès que leur ' +
      'finalité est atteinte (départ, retrait de la décharge, fin de l’usage du visage), et au plus tard trois ans ' +
      'après votre dernier pointage. L’employeur ne vend pas, ne loue pas, n’échange pas et ne tire aucun profit de ' +
      'vos données biométriques, et ne les communique à personne sans votre accord, sauf si la loi ou un mandat l’exige.',
    en:
      'Public policy under 740 ILCS 14/15(a): templates are permanently destroyed as soon as their purpose is satisfied ' +
      '(departure, withdrawal of the release, end of the use of faces), and at most three years after your last ' +
      'clock-in. The employer does not sell, lease, trade or otherwise profit from your biometric data, and discloses ' +
      'them to nobody without your consent unless the law or a warrant requires it.',
    ar:
      'السياسة العامة بموجب 740 ILCS 14/15(a): تُتلف القوالب نهائياً متى تحققت غايتها (المغادرة، سحب الإذن، إنهاء استعمال ' +
      'الوجه)، وفي أجل أقصاه ثلاث سنوات بعد آخر تسجيل لكم. ولا يبيع صاحب العمل بياناتكم البيومترية ولا يؤجرها ولا يتاجر بها ' +
      'ولا يجني منها أي ربح، ولا يفصح عنها لأحد دون موافقتكم إلا إذا اقتضى ذلك القانون أو أمر قضائي.',
  },
}
