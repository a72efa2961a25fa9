import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';
import { isolated } from './grammar.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'الميكروفون', camera: 'الكاميرا', both: 'الكاميرا والميكروفون' };
const none: Forms = { microphone: 'ميكروفون', camera: 'كاميرا', both: 'كاميرا ولا ميكروفون' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `لا ${none[subject]} في هذه الصفحة`,
    hint: () => 'لا تسمح المتصفحات بذلك إلا في الصفحات المفتوحة عبر https.',
  },
  'device-unsupported': {
    title: (subject) => `لا يستطيع هذا المتصفح استخدام ${the[subject]}`,
    hint: () => 'افتح الصفحة في إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
  },
  'device-denied': {
    title: (subject) => `لم تسمح باستخدام ${the[subject]}`,
    hint: () => 'حاول مرة أخرى واختر «سماح». إن لم يُطلب منك شيء، فاسمح بذلك من بداية شريط العنوان.',
  },
  'device-dismissed': {
    title: (subject) => `ما زال المتصفح ينتظر ردك بشأن ${the[subject]}`,
    hint: () => 'أُغلق السؤال دون رد. حاول مرة أخرى واختر «سماح».',
  },
  'device-blocked': {
    title: (subject) => `يحظر المتصفح ${the[subject]} في هذا الموقع`,
    hint: () => 'انقر الأيقونة في بداية شريط العنوان، واسمح بالوصول، ثم حاول مرة أخرى.',
  },
  'device-blocked-by-system': {
    title: (subject) => `لا يتيح النظام للمتصفح استخدام ${the[subject]}`,
    hint: () => 'اسمح للمتصفح في إعدادات الخصوصية على حاسوبك أو هاتفك، ثم حاول مرة أخرى.',
  },
  'device-blocked-by-page': {
    title: (subject) => `لا تسمح هذه الصفحة باستخدام ${the[subject]}`,
    hint: (subject) =>
      `يمكن لصاحبها السماح بذلك: بوضع allow="${directives[subject]}" على iframe الذي يحتويها وترويسة Permissions-Policy لا تمنعه.`,
  },
  'device-not-found': {
    title: (subject) => `لم يُعثر على ${the[subject]}`,
    hint: () => 'وصّل جهازًا ثم حاول مرة أخرى.',
  },
  'device-in-use': {
    title: (subject) => `تعذر تشغيل ${the[subject]}`,
    hint: () => 'ربما يستخدمه برنامج آخر. أغلق ذلك البرنامج ثم حاول مرة أخرى.',
  },
  'device-overconstrained': {
    title: (subject) => `المطلوب من ${the[subject]} غير متاح`,
    hint: () => 'اختر جهازًا آخر أو حاول مرة أخرى.',
  },
  'device-failed': {
    title: (subject) => `تعذر تشغيل ${the[subject]}`,
    hint: () => 'حاول مرة أخرى. إذا استمرت المشكلة، فأعد تشغيل المتصفح.',
  },
  'device-lost': {
    title: (subject) => `انقطع توصيل ${the[subject]}`,
    hint: () => 'أعد توصيل الجهاز أو اختر غيره.',
  },
  'device-revoked': {
    title: (subject) => `سُحب الإذن باستخدام ${the[subject]}`,
    hint: () => 'اسمح بذلك من بداية شريط العنوان ثم حاول مرة أخرى.',
  },
  'device-interrupted': {
    title: (subject) => `أوقف النظام ${the[subject]} مؤقتًا`,
    hint: () => 'يُستأنف ذلك تلقائيًا، بعد مكالمة هاتفية مثلًا.',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'الميكروفون', camera: 'الكاميرا', speaker: 'السماعة' },
  standard: 'اختيار النظام',
  none: 'لا يوجد',
  retry: 'إعادة المحاولة',
  without: 'متابعة بدونه',
  replaced: (device) => `قيد الاستخدام الآن: ${isolated(device)}`,
  restored: (subject) => `عاد تشغيل ${the[subject]}`,
  menu: {
    open: 'اختيار الأجهزة',
    label: 'الكاميرا والميكروفون',
    close: 'إغلاق',
    switchCamera: 'تبديل الكاميرا',
    test: 'اختبار',
    testing: 'جارٍ التشغيل…',
    level: 'مستوى الميكروفون',
    processing: 'صوت الميكروفون',
    noiseSuppression: 'الحد من الضوضاء',
    echoCancellation: 'إلغاء الصدى',
    autoGainControl: 'ضبط تلقائي للصوت',
  },
  muted: {
    hint: 'صوتك مكتوم',
    unmute: 'إلغاء الكتم',
    hold: 'أو اضغط مفتاح المسافة مطولًا للتحدث',
    talking: 'تتحدث ما دمت تضغط مفتاح المسافة',
  },
  prejoin: {
    title: 'الانضمام إلى المكالمة؟',
    name: 'اسمك',
    join: 'انضمام',
    check: 'فحص اتصالي',
    picture: 'صورتك',
    off: 'الكاميرا متوقفة',
    failed: 'لا صورة',
    starting: 'جارٍ البدء…',
    ask: 'دع الآخرين يرونك ويسمعونك',
    askHint: 'سيسألك المتصفح هل يجوز لهذه الصفحة استخدام الكاميرا والميكروفون. لا أحد يراك أو يسمعك قبل انضمامك.',
    allow: 'السماح بالكاميرا والميكروفون',
    listener: 'ستشاهد وتستمع. لا تُستخدم كاميرا ولا ميكروفون.',
    later: 'لا تعمل الكاميرا والميكروفون إلا عند بدء مكالمة.',
  },
};
