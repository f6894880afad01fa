import type { LocalName } from '../../time/holiday.ts'
import type { Figures } from '../../time/figures.ts'
import type { LeaveKind } from '../../time/leave.ts'
import type { MarkCode } from '../../time/mark.ts'
import type { RecordKind } from '../../time/record-kind.ts'
import type { Correction, Decision } from '../../time/correction.ts'

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
  overtimeBands: name(
    'Heures supplémentaires par taux',
    'Overtime by rate',
    'الساعات الإضافية حسب النسبة',
  ),
  week: name('Semaine', 'Week', 'الأسبوع'),
  band: name('Taux', 'Rate', 'النسبة'),
  correctionId: name('Correction', 'Correction', 'التصحيح'),
  action: name('Action', 'Action', 'الإجراء'),
  rawKind: name('Type enregistré', 'Recorded kind', 'النوع المسجل'),
  rawAt: name('Instant enregistré (UTC)', 'Recorded instant (UTC)', 'اللحظة المسجلة (UTC)'),
  wasKind: name('Type avant', 'Kind before', 'النوع قبل'),
  wasDate: name('Date avant', 'Date before', 'التاريخ قبل'),
  wasTime: name('Heure avant', 'Time before', 'الوقت قبل'),
  wasAt: name('Instant avant (UTC)', 'Instant before (UTC)', 'اللحظة قبل (UTC)'),
  becomesKind: name('Type après', 'Kind after', 'النوع بعد'),
  becomesDate: name('Date après', 'Date after', 'التاريخ بعد'),
  becomesTime: name('Heure après', 'Time after', 'الوقت بعد'),
  becomesAt: name('Instant après (UTC)', 'Instant after (UTC)', 'اللحظة بعد (UTC)'),
  reason: name('Motif', 'Reason', 'السبب'),
  by: name('Demandé par', 'Asked by', 'طلبه'),
  writtenAt: name('Demandé le (UTC)', 'Asked at (UTC)', 'تاريخ الطلب (UTC)'),
  state: name('État', 'State', 'الحالة'),
  decidedBy: name('Décidé par', 'Decided by', 'قرره'),
  decidedAt: name('Décidé le (UTC)', 'Decided at (UTC)', 'تاريخ القرار (UTC)'),
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
  away: name('Sorti entre deux présences', 'Out in between', 'خارج العمل بين حضورين'),
  underWay: name('En cours', 'Under way', 'قيد العمل'),
  onHoliday: name('Travail un jour férié', 'Worked on holiday', 'عمل في عطلة رسمية'),
  closedByRule: name('Complété par règle', 'Supplied by rule', 'مضاف حسب القاعدة'),
  leavePaid: name('Congé payé', 'Paid leave', 'إجازة مدفوعة'),
  leaveUnpaid: name('Congé sans solde', 'Unpaid leave', 'إجازة بدون أجر'),
  leaveSick: name('Maladie', 'Sick leave', 'إجازة مرضية'),
  leaveOther: name('Autre congé', 'Other leave', 'إجازة أخرى'),
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
  'in-repeated': name('arrivée répétée', 'clock-in repeated', 'وصول مكرر'),
  'closed-by-rule': name('complété par règle', 'closed by rule', 'أغلق حسب القاعدة'),
  ongoing: name('en cours', 'ongoing', 'جارٍ'),
  'other-site': name('autre site', 'other site', 'موقع آخر'),
  corrected: name('corrigé', 'corrected', 'مصحح'),
  'provisional-holiday': name('jour férié provisoire', 'provisional holiday', 'عطلة مؤقتة'),
  'worked-on-holiday': name('travail un jour férié', 'worked on a holiday', 'عمل في عطلة'),
  'worked-on-leave': name('travail pendant un congé', 'worked on leave', 'عمل أثناء الإجازة'),
  'outside-schedule': name('hors horaire', 'outside the schedule', 'خارج جدول العمل'),
  'outside-employment': name('hors contrat', 'outside the employment', 'خارج مدة العمل'),
  'correction-pending': name('correction en attente', 'correction pending', 'تصحيح قيد الانتظار'),
}

export const partNames: Record<'morning' | 'afternoon', LocalName> = {
  morning: name('matin', 'morning', 'صباحاً'),
  afternoon: name('après-midi', 'afternoon', 'بعد الظهر'),
}

export const actionNames: Record<Correction['action'], LocalName> = {
  add: name('Ajout', 'Add', 'إضافة'),
  void: name('Annulation', 'Void', 'إلغاء'),
  change: name('Modification', 'Change', 'تعديل'),
}

export const stateNames: Record<Decision['outcome'] | 'open', LocalName> = {
  open: name('En attente', 'Pending', 'قيد الانتظار'),
  approved: name('Approuvée', 'Approved', 'مقبول'),
  rejected: name('Rejetée', 'Rejected', 'مرفوض'),
  'not-needed': name('Sans approbation requise', 'No approval needed', 'دون حاجة إلى موافقة'),
}
