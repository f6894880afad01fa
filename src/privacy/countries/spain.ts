import type { CountryProfile } from './country-profile.ts'
import { gdprFaceBasis, gdprHoursBasis } from './gdpr.ts'

export const spain: CountryProfile = {
  country: 'ES',
  name: { fr: 'Espagne', en: 'Spain', ar: 'إسبانيا' },
  face: 'off',
  why: {
    fr:
      'Selon le guide de l’AEPD du 23 novembre 2023, ni le consentement ni l’obligation de tenir un registre des ' +
      'heures ne permettent en règle générale le contrôle de présence par biométrie, puisqu’il existe des moyens ' +
      'moins intrusifs. L’autorité a infligé des amendes pour le pointage par le visage.',
    en:
      'By the guide of the AEPD of 23 November 2023, neither consent nor the duty to keep a register of hours ' +
      'allows attendance control by biometrics as a rule, since there are less intrusive means. The authority has ' +
      'fined clocking in by face.',
    ar:
      'وفق دليل الوكالة الإسبانية لحماية البيانات (AEPD) بتاريخ 23 نوفمبر 2023، لا تسمح الموافقة ولا واجب مسك سجل ' +
      'الساعات، كقاعدة عامة، بمراقبة الحضور بالوسائل البيومترية ما دامت هناك وسائل أقل تدخلاً. وقد غرّمت الوكالة ' +
      'مؤسسات بسبب تسجيل الحضور بالوجه.',
  },
  sources: [
    {
      title:
        'AEPD, Guía sobre tratamientos de control de presencia mediante sistemas biométricos, 2023',
      url: 'https://www.aepd.es/guias/guia-control-presencia-biometrico.pdf',
    },
    {
      title: 'Estatuto de los Trabajadores, artículo 34.9 (registro de jornada, cuatro años)',
      url: 'https://www.boe.es/buscar/act.php?id=BOE-A-2015-11430',
    },
  ],
  authority: {
    name: {
      fr: 'Agencia Española de Protección de Datos (AEPD), C/ Jorge Juan 6, 28001 Madrid',
      en: 'Agencia Española de Protección de Datos (AEPD), C/ Jorge Juan 6, 28001 Madrid',
      ar: 'الوكالة الإسبانية لحماية البيانات (AEPD)، C/ Jorge Juan 6, 28001 Madrid',
    },
    url: 'https://www.aepd.es',
  },
  retention: {
    templateUnusedDays: 365,
    recordYears: 4,
    why: {
      fr: 'L’article 34.9 de l’Estatuto de los Trabajadores fait garder le registre des heures quatre ans.',
      en: 'Article 34.9 of the Estatuto de los Trabajadores has the register of hours kept for four years.',
      ar: 'تُلزم المادة 34.9 من نظام العمال الإسباني بحفظ سجل الساعات أربع سنوات.',
    },
  },
  hoursBasis: {
    fr: `${gdprHoursBasis.fr} Le registre quotidien reste à votre disposition, à celle des représentants du personnel et de l’inspection du travail (article 34.9 de l’Estatuto de los Trabajadores).`,
    en: `${gdprHoursBasis.en} The daily register stays at the disposal of you, of the workers’ representatives and of the labour inspectorate (Article 34.9 of the Estatuto de los Trabajadores).`,
    ar: `${gdprHoursBasis.ar} ويبقى السجل اليومي رهن إشارتكم وإشارة ممثلي العمال ومفتشية الشغل (المادة 34.9 من نظام العمال الإسباني).`,
  },
  faceBasis: gdprFaceBasis,
}
