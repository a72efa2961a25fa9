import type { Language } from '../../words.js';
import { isolated, newMessages } from './grammar.js';

export const panels: Language['panels'] = {
  chat: 'الدردشة',
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
  unread: newMessages,
  site: 'هذا الموقع',
  wrote: (name, text) => `${isolated(name)} يكتب: ${isolated(text)}`,
  wrotePrivately: (name, text) => `${isolated(name)} يكتب لك فقط: ${isolated(text)}`,
};
