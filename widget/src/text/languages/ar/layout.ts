import type { Language } from '../../words.js';
import { isolated } from './grammar.js';

export const layout: Language['layout'] = {
  label: 'التخطيط',
  auto: 'تلقائي',
  grid: 'شبكة',
  speaker: 'المتحدث',
  sidebar: 'شريط جانبي',
  pin: (name) => `تثبيت ${isolated(name)}`,
  pages: 'الصفحات',
  page: (page, pages) => `${page} من ${pages}`,
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  toPage: (page) => `الصفحة ${page}`,
  own: 'صورتك: حرّكها بمفاتيح الأسهم',
  hideOwn: 'إخفاء صورتك',
  showOwn: 'إظهار صورتك',
  ownScreen: 'أنت تشارك شاشتك',
  stopSharing: 'إيقاف المشاركة',
  fullscreen: 'ملء الشاشة',
  pictureInPicture: 'نافذة صغيرة',
  elsewhere: 'المكالمة في نافذة صغيرة',
  back: 'إعادتها إلى هنا',
};
