import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: '招待を待っています',
  waitingHint: 'このページにトークンが届くと、ルームが開きます。',
  rejoin: 'もう一度参加',
  replacedHint: '別のウィンドウまたはタブで開かれました。',
  expiredHint: 'ページを開き直すか、新しいリンクをもらってください。',
  useHere: 'ここで使う',
};
