import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: '聊天',
  close: '关闭',
  loading: '正在加载…',
};
