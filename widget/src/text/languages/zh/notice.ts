import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: '正在等待邀请',
  waitingHint: '页面获得令牌后，房间就会打开。',
  rejoin: '重新加入',
  replacedHint: '您在另一个窗口或标签页中打开了它。',
  expiredHint: '请重新打开页面，或索取新的链接。',
  useHere: '在这里使用',
};
