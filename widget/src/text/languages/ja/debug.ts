import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'デバッグログ',
  log: 'ログ',
  people: '参加者',
  everyone: '全員',
  you: '自分',
  allCategories: 'すべて',
  category: 'カテゴリー',
  level: '最低レベル',
  search: '絞り込み',
  pause: '一時停止',
  resume: '再開',
  clear: '消去',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: 'コピーできませんでした',
  download: 'JSONでダウンロード',
  close: '閉じる',
  empty: '該当するものはありません。',
  newest: '最新',
  shown: (shown, total) => (shown < total ? `${total}件中、最新${shown}件` : `${total}件`),
};
