import type { RecogniserWords } from './recogniser-en.ts'

/** Arabic of what recognises faces. */
export const recogniserAr: RecogniserWords = {
  recogniser: {
    title: 'ما يتعرّف على الوجوه',
    using: 'المستعمل الآن: {{name}}.',
    changing:
      'التغيير جارٍ من {{former}}: بقي {{waiting}} يجب تسجيل وجوههم من جديد، وإلى ذلك الحين يتعرّف عليهم {{former}}.',
    waiting: 'من يجب تسجيلهم من جديد',
    none: 'سُجِّل الجميع من جديد. عند التشغيل القادم يتعرّف الخادم بواسطة {{name}} وحده.',
    agreement: 'مدى اتفاق الاثنين منذ تشغيل الخادم',
    outcome: 'نظر الاثنان إلى وجه',
    times: 'عدد المرات',
    agreed: {
      same: 'فوجدا الشخص نفسه',
      different: 'فوجدا شخصين مختلفين: لم يُسجَّل شيء',
      'only-current': 'فوجد الجديد وحده أحدًا',
      'only-former': 'فوجد السابق وحده أحدًا',
      neither: 'فلم يجد أيٌّ منهما أحدًا',
    },
    betterTitle: 'يوجد ما هو أفضل للتعرّف على الوجوه',
    better:
      'لم يُسجَّل أحد بعد. يتعرّف {{name}} أفضل بكثير، لكن استعماله لاحقًا يتطلب تسجيل الجميع من جديد. يحصل عليه مشغّل الخادم بهذا الأمر ثم يعيد تشغيل الخادم:',
  },
}
