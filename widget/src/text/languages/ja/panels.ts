import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'チャット',
  close: '閉じる',
  loading: '読み込み中…',
  unread: (count) => `新着メッセージ ${count} 件`,
  site: 'このサイト',
  wrote: (name, text) => `${name} さんのメッセージ: ${text}`,
  wrotePrivately: (name, text) => `${name} さんからあなただけへのメッセージ: ${text}`,
};
