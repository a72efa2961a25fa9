import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'الدردشة',
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
};
