import type { LocalText } from '../language.ts'

/** What lets an employer in the European Union record hours. */
export const gdprHoursBasis: LocalText = {
  fr: 'Les heures de travail sont enregistrées parce que la loi oblige l’employeur à les décompter (article 6, paragraphe 1, point c, du RGPD).',
  en: 'Hours are recorded because the law obliges the employer to count them (Article 6(1)(c) GDPR).',
  ar: 'تُسجَّل ساعات العمل لأن القانون يُلزم صاحب العمل باحتسابها (المادة 6، الفقرة 1، البند ج من اللائحة العامة لحماية البيانات).',
}

/** What lets an employer in the European Union use a face, where anything does. */
export const gdprFaceBasis: LocalText = {
  fr: 'Votre visage n’est utilisé qu’avec votre consentement explicite et libre (article 9, paragraphe 2, point a, du RGPD).',
  en: 'Your face is used only with your explicit and free consent (Article 9(2)(a) GDPR).',
  ar: 'لا يُستعمل وجهكم إلا بموافقتكم الصريحة والحرة (المادة 9، الفقرة 2، البند أ من اللائحة العامة لحماية البيانات).',
}
