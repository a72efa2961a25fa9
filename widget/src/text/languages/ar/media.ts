import type { Language } from '../../words.js';
import { isolated } from './grammar.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: 'لم تُختر أي شاشة', hint: 'انقر لإعادة المحاولة.' },
    'screen-blocked': {
      title: 'مشاركة الشاشة غير مسموح بها هنا',
      hint: 'اسمح بها للمتصفح في إعدادات النظام. إذا كانت مسموحًا بها هناك، فأخبر صاحب الموقع.',
    },
    'screen-unsupported': { title: 'لا يدعم هذا المتصفح مشاركة الشاشة', hint: 'استخدم متصفحًا حديثًا على حاسوب.' },
    'screen-needs-gesture': { title: 'لم تُشارَك الشاشة', hint: 'انقر الزر المخصص لذلك بنفسك.' },
    'screen-failed': { title: 'تعذرت مشاركة الشاشة', hint: 'انقر لإعادة المحاولة.' },
  },
  screen: {
    share: 'مشاركة شاشتك',
    stop: 'إيقاف المشاركة',
    another: 'مشاركة شاشة أخرى',
    dismiss: 'إغلاق',
    shared: 'أنت تشارك شاشتك',
    ended: 'لم تعد تشارك شاشتك',
    personShares: (name) => `${isolated(name)} يشارك شاشة`,
    personEnded: (name) => `لم يعد ${isolated(name)} يشارك شاشة`,
  },
  quality: {
    fair: 'اتصال متوسط',
    poor: 'اتصال ضعيف',
    weak: 'اتصالك ضعيف',
    weakBetween: 'الاتصال ضعيف',
  },
  soundOnly: {
    label: 'الصوت فقط',
    on: 'الصوت فقط: الصور متوقفة',
    end: 'إظهار الصور',
    ended: 'عادت الصور',
  },
};
