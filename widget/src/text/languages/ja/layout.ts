import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: 'レイアウト',
  auto: '自動',
  grid: 'グリッド',
  speaker: '発言者',
  sidebar: 'サイドバー',
  pin: (name) => `${name}さんを固定`,
  pages: 'ページ',
  page: (page, pages) => `${page} / ${pages}`,
  previous: '前のページ',
  next: '次のページ',
  toPage: (page) => `${page}ページ`,
  own: '自分の映像：矢印キーで移動',
  hideOwn: '自分の映像を隠す',
  showOwn: '自分の映像を表示',
  ownScreen: '画面を共有しています',
  stopSharing: '共有を停止',
  fullscreen: '全画面',
  pictureInPicture: '小さいウィンドウ',
  elsewhere: '通話は小さいウィンドウに表示中です',
  back: 'ここに戻す',
};
