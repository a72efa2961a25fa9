import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'チャット',
  close: '閉じる',
  loading: '読み込み中…',
};
