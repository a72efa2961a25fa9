import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: '布局',
  auto: '自动',
  grid: '网格',
  speaker: '演讲者',
  sidebar: '侧边栏',
  pin: (name) => `固定 ${name}`,
  pages: '页面',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  toPage: (page) => `第 ${page} 页`,
  own: '您的画面：用方向键移动',
  hideOwn: '隐藏您的画面',
  showOwn: '显示您的画面',
  ownScreen: '您正在共享屏幕',
  stopSharing: '停止共享',
  fullscreen: '全屏',
  pictureInPicture: '小窗口',
  elsewhere: '通话正在小窗口中进行',
  back: '移回此处',
};
