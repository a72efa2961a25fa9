import type { Language } from '../../words.js';

const fault = { title: 'حدث خطأ ما', hint: 'حاول مرة أخرى. إذا استمرت المشكلة، فأعد تحميل الصفحة.' };
const soon = 'حاول مرة أخرى بعد قليل.';
const connection = 'تحقق من اتصالك ثم حاول مرة أخرى.';

export const errors: Language['errors'] = {
  unauthorized: {
    title: 'دعوتك غير صالحة',
    hint: 'ربما انتهت صلاحيتها. افتح الصفحة من جديد أو اطلب رابطًا جديدًا.',
  },
  'origin-not-allowed': {
    title: 'لا يحق لهذا الموقع فتح الغرفة',
    hint: 'على صاحب الموقع إضافة هذا العنوان إلى المصادر المسموح بها (allowed origins) في الخادم.',
  },
  'not-allowed': { title: 'لا يمكنك فعل ذلك هنا', hint: 'اطلب الصلاحية ممن دعاك.' },
  'room-closed': { title: 'الغرفة مغلقة', hint: 'لا يُسمح بدخول أحد بعد الآن.' },
  removed: { title: 'تمت إزالتك من الغرفة', hint: 'اطلب رابطًا جديدًا ممن دعاك.' },
  'no-such-call': { title: 'انتهت هذه المكالمة', hint: 'يمكنك الاتصال مرة أخرى.' },
  'no-such-participant': { title: 'لم يعد هذا الشخص هنا', hint: 'ربما فات الأوان.' },
  'in-a-call': { title: 'أنت في مكالمة', hint: 'أنهِ المكالمة أولًا.' },
  'wrong-kind': { title: 'هذا غير ممكن في هذه الغرفة', hint: 'اسأل من أنشأ الغرفة.' },
  'room-full': { title: 'الغرفة ممتلئة', hint: 'حاول مرة أخرى عندما يغادر أحد.' },
  'protocol-unsupported': { title: 'هذه الصفحة قديمة', hint: 'أعد تحميل الصفحة للحصول على الإصدار الحالي.' },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: 'تعذر الوصول إلى أحد المشاركين', hint: soon },
  'rate-limited': { title: 'محاولات كثيرة جدًا', hint: 'انتظر قليلًا ثم حاول مرة أخرى.' },
  'server-stopping': { title: 'يُعاد تشغيل الخادم الآن', hint: soon },
  internal: { title: 'يواجه الخادم مشكلة', hint: soon },
  'token-missing': {
    title: 'لا توجد دعوة',
    hint: 'على الصفحة أن تعطي الغرفة رمز دخول. إذا رأيت هذه الرسالة، فأخبر صاحب الموقع.',
  },
  'token-endpoint-failed': { title: 'تعذر جلب الدعوة', hint: connection },
  'server-unreachable': { title: 'تعذر الوصول إلى الخادم', hint: connection },
  'relay-unreachable': {
    title: 'تعذر الوصول إلى الخادم الذي ينقل المكالمات',
    hint: 'تتكرر المحاولة تلقائيًا. تحقق من شبكتك، أو اسأل صاحب الموقع.',
  },
  'browser-unsupported': {
    title: 'لا يدعم هذا المتصفح المكالمات',
    hint: 'استخدم إصدارًا حديثًا من Chrome أو Edge أو Firefox أو Safari.',
  },
};
