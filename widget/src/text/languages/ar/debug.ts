import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'سجل التشخيص',
  log: 'السجل',
  people: 'الأشخاص',
  everyone: 'الجميع',
  you: 'أنت',
  allCategories: 'الكل',
  category: 'الفئة',
  level: 'أدنى مستوى',
  search: 'تصفية',
  pause: 'إيقاف مؤقت',
  resume: 'استئناف',
  clear: 'مسح',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyFailed: 'فشل النسخ',
  download: 'تنزيل بصيغة JSON',
  close: 'إغلاق',
  empty: 'لا توجد نتائج.',
  newest: 'الأحدث',
  shown: (shown, total) => (shown < total ? `أحدث ${shown} من ${total}` : `${total}`),
};
