import type { LocalName } from '../time/holiday.ts'
import type { Figures } from '../time/figures.ts'
import type { LeaveKind } from '../time/leave.ts'
import type { MarkCode } from '../time/mark.ts'
import type { RecordKind } from '../record.ts'

const name = (fr: string, en: string, ar: string): LocalName => ({ fr, en, ar })

export const headings = {
  employeeId: name('Matricule', 'Employee id', 'رقم الموظف'),
  employee: name('Employé', 'Employee', 'الموظف'),
  site: name('Site', 'Site', 'الموقع'),
  zone: name('Fuseau horaire', 'Time zone', 'المنطقة الزمنية'),
  date: name('Date', 'Date', 'التاريخ'),
  time: name('Heure', 'Time', 'الوقت'),
  period: name('Période', 'Period', 'الفترة'),
  shifts: name('Horaires', 'Shifts', 'فترات العمل'),
  first: name('Arrivée', 'Arrival', 'الوصول'),
  last: name('Départ', 'Departure', 'المغادرة'),
  holiday: name('Jour férié', 'Public holiday', 'عطلة رسمية'),
  leave: name('Congé', 'Leave', 'إجازة'),
  marks: name('Remarques', 'Remarks', 'ملاحظات'),
  recordId: name('Pointage', 'Record', 'التسجيل'),
  kind: name('Type', 'Kind', 'النوع'),
  at: name('Instant (UTC)', 'Instant (UTC)', 'اللحظة (UTC)'),
  duplicateOf: name('Doublon de', 'Duplicate of', 'تكرار لـ'),
} as const satisfies Record<string, LocalName>

export const figureHeadings: Record<keyof Figures, LocalName> = {
  planned: name('Prévu', 'Planned', 'المقرر'),
  worked: name('Travaillé', 'Worked', 'ساعات العمل'),
  late: name('Retard', 'Late', 'التأخر'),
  early: name('Départ anticipé', 'Left early', 'مغادرة مبكرة'),
  overtime: name('Heures supplémentaires', 'Overtime', 'الساعات الإضافية'),
  absent: name('Absence', 'Absent', 'الغياب'),
  paidBreak: name('Pause payée', 'Paid break', 'استراحة مدفوعة'),
  unpaidBreak: name('Pause non payée', 'Unpaid break', 'استراحة غير مدفوعة'),
  deductedBreak: name('Pause déduite', 'Break deducted', 'استراحة مخصومة'),
  onHoliday: name('Travail un jour férié', 'Worked on holiday', 'عمل في عطلة رسمية'),
  closedByRule: name('Complété par règle', 'Supplied by rule', 'مضاف حسب القاعدة'),
  missingOut: name('Départs manquants', 'Missing clock-outs', 'مغادرات غير مسجلة'),
  missingIn: name('Arrivées manquantes', 'Missing clock-ins', 'وصول غير مسجل'),
  daysWorked: name('Jours travaillés', 'Days worked', 'أيام العمل'),
  daysAbsent: name('Jours d’absence', 'Days absent', 'أيام الغياب'),
  daysOfLeave: name('Jours de congé', 'Days of leave', 'أيام الإجازة'),
}

export const kindNames: Record<RecordKind, LocalName> = {
  in: name('Arrivée', 'In', 'دخول'),
  out: name('Départ', 'Out', 'خروج'),
  'break-start': name('Début de pause', 'Break start', 'بداية الاستراحة'),
  'break-end': name('Fin de pause', 'Break end', 'نهاية الاستراحة'),
}

export const leaveNames: Record<LeaveKind, LocalName> = {
  paid: name('Payé', 'Paid', 'مدفوعة'),
  unpaid: name('Sans solde', 'Unpaid', 'بدون أجر'),
  sick: name('Maladie', 'Sick', 'مرضية'),
  other: name('Autre', 'Other', 'أخرى'),
}

export const markNames: Record<MarkCode, LocalName> = {
  'missing-in': name('arrivée manquante', 'missing clock-in', 'وصول غير مسجل'),
  'missing-out': name('départ manquant', 'missing clock-out', 'مغادرة غير مسجلة'),
  'break-outside-work': name('pause hors travail', 'break outside work', 'استراحة خارج العمل'),
  'break-repeated': name('pause répétée', 'break repeated', 'استراحة مكررة'),
  'break-not-ended': name('pause non terminée', 'break not ended', 'استراحة غير منتهية'),
  'closed-by-rule': name('complété par règle', 'closed by rule', 'أغلق حسب القاعدة'),
  ongoing: name('en cours', 'ongoing', 'جارٍ'),
  'other-site': name('autre site', 'other site', 'موقع آخر'),
  corrected: name('corrigé', 'corrected', 'مصحح'),
  'provisional-holiday': name('jour férié provisoire', 'provisional holiday', 'عطلة مؤقتة'),
  'worked-on-holiday': name('travail un jour férié', 'worked on a holiday', 'عمل في عطلة'),
  'worked-on-leave': name('travail pendant un congé', 'worked on leave', 'عمل أثناء الإجازة'),
}
