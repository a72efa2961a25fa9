import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: 'في انتظار دعوة',
  waitingHint: 'تُفتح الغرفة حالما تحصل الصفحة على رمز دخول لها.',
  rejoin: 'انضمام من جديد',
  replacedHint: 'لقد فتحتها في نافذة أو علامة تبويب أخرى.',
  expiredHint: 'افتح الصفحة من جديد أو اطلب رابطًا جديدًا.',
  useHere: 'استخدامها هنا',
};
