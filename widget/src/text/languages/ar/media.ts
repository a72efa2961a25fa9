import type { Language } from '../../words.js';
import { isolated } from './grammar.js';

export const media: Language['media'] = {
  errors: {
    'insecure-context': {
      title: 'لا كاميرا ولا ميكروفون في هذه الصفحة',
      hint: 'لا تسمح بهما المتصفحات إلا في الصفحات المفتوحة عبر https.',
    },
    'device-denied': {
      title: 'رُفض الوصول',
      hint: 'اسمح به في شريط عنوان المتصفح، ثم انقر لإعادة المحاولة.',
    },
    'device-not-found': { title: 'لم يُعثر على جهاز', hint: 'وصّل جهازًا، ثم انقر لإعادة المحاولة.' },
    'device-in-use': {
      title: 'يستخدمه برنامج آخر',
      hint: 'أغلق ذلك البرنامج، ثم انقر لإعادة المحاولة.',
    },
    'device-failed': { title: 'تعذر تشغيله', hint: 'انقر لإعادة المحاولة.' },
    'device-lost': { title: 'انقطع توصيل الجهاز', hint: 'أعد توصيله، ثم انقر لإعادة المحاولة.' },
    'screen-denied': { title: 'لم تُختر أي شاشة', hint: 'انقر لإعادة المحاولة.' },
    'screen-blocked': {
      title: 'مشاركة الشاشة غير مسموح بها هنا',
      hint: 'اسمح بها للمتصفح في إعدادات النظام. إذا كانت مسموحًا بها هناك، فأخبر صاحب الموقع.',
    },
    'screen-unsupported': { title: 'لا يدعم هذا المتصفح مشاركة الشاشة', hint: 'استخدم متصفحًا حديثًا على حاسوب.' },
    'screen-needs-gesture': { title: 'لم تُشارَك الشاشة', hint: 'انقر الزر المخصص لذلك بنفسك.' },
    'screen-failed': { title: 'تعذرت مشاركة الشاشة', hint: 'انقر لإعادة المحاولة.' },
  },
  devices: 'الكاميرا أو الميكروفون',
  screen: {
    share: 'مشاركة شاشتك',
    stop: 'إيقاف المشاركة',
    dismiss: 'إغلاق',
    shared: 'أنت تشارك شاشتك',
    ended: 'لم تعد تشارك شاشتك',
    personShares: (name) => `${isolated(name)} يشارك شاشة`,
    personEnded: (name) => `لم يعد ${isolated(name)} يشارك شاشة`,
  },
};
