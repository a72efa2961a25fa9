import type { Language } from '../../words.js';
import { counted, isolated, newMessages } from './grammar.js';

const characters = (count: number) =>
  counted(count, {
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${count} أحرف`,
    many: `${count} حرفًا`,
    other: `${count} حرف`,
  });

export const chat: Language['chat'] = {
  log: 'الرسائل',
  you: 'أنت',
  empty: 'لا رسائل بعد',
  emptyHint: 'اكتب للجميع أو لشخص واحد فقط.',
  fresh: 'جديد',
  newest: 'إلى أحدث رسالة',
  more: newMessages,
  toYou: 'لك فقط',
  toPerson: (name) => `إلى ${isolated(name)} فقط`,
  recipient: 'إلى',
  everyone: 'الجميع',
  absent: (name) => `${isolated(name)} (غير موجود)`,
  field: 'رسالة إلى الجميع',
  fieldFor: (name) => `رسالة إلى ${isolated(name)} فقط`,
  send: 'إرسال',
  left: (count) => `المتبقي: ${characters(count)}`,
  tooLong: (count) => `الزائد: ${characters(count)}`,
  reconnecting: 'يمكنك الكتابة من جديد فور عودة الاتصال.',
  readOnly: 'يمكنك القراءة هنا، لكن لا يمكنك الكتابة.',
  gone: (name) => `لم يعد ${isolated(name)} هنا. اختر شخصًا آخر.`,
  failed: {
    tooMany: 'رسائل كثيرة دفعة واحدة. انتظر لحظة ثم أرسلها من جديد.',
    notAllowed: 'لا يمكنك الكتابة هنا. لم تُرسل رسالتك.',
    gone: 'لم يعد هذا الشخص هنا. لم تُرسل رسالتك.',
    unreachable: 'تعذّر إرسال رسالتك. تحقق من اتصالك ثم أرسلها من جديد.',
    other: 'تعذّر إرسال رسالتك. غيّرها أو حاول من جديد.',
  },
};
