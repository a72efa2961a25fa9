import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: '聊天',
  close: '关闭',
  loading: '正在加载…',
  unread: (count) => `${count} 条新消息`,
  site: '本网站',
  wrote: (name, text) => `${name} 发言:${text}`,
  wrotePrivately: (name, text) => `${name} 私下对您说:${text}`,
};
