import type { Language } from '../../words.js';

const fault = {
  title: '問題が発生しました',
  hint: 'もう一度お試しください。直らないときは、ページを再読み込みしてください。',
};
const soon = '少し待ってから、もう一度お試しください。';
const connection = '接続を確認して、もう一度お試しください。';

export const errors: Language['errors'] = {
  unauthorized: {
    title: '招待が無効です',
    hint: '期限が切れた可能性があります。ページを開き直すか、新しいリンクをもらってください。',
  },
  'origin-not-allowed': {
    title: 'このサイトからはルームを開けません',
    hint: 'サイトの管理者が、サーバーの許可オリジン（allowed origins）にこのアドレスを追加する必要があります。',
  },
  'not-allowed': {
    title: 'ここではその操作はできません',
    hint: '招待した人に、権限を依頼してください。',
  },
  'room-closed': { title: 'ルームは閉じています', hint: '新しく入ることはできません。' },
  removed: {
    title: 'ルームから退出させられました',
    hint: '招待した人に、新しいリンクを依頼してください。',
  },
  'no-such-call': { title: 'この通話は終了しました', hint: '必要なら、もう一度発信してください。' },
  'no-such-participant': { title: 'この人はもういません', hint: '間に合わなかった可能性があります。' },
  'in-a-call': { title: '通話中です', hint: '先に通話を切ってください。' },
  'wrong-kind': { title: 'このルームではできません', hint: 'ルームを作った人にお尋ねください。' },
  'room-full': { title: 'ルームは満員です', hint: '誰かが退出してから、もう一度お試しください。' },
  'protocol-unsupported': {
    title: 'このページは古くなっています',
    hint: '再読み込みすると、最新版になります。',
  },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: '届かなかった相手がいます', hint: soon },
  'rate-limited': { title: '試行回数が多すぎます', hint: soon },
  'server-stopping': { title: 'サーバーを再起動しています', hint: soon },
  internal: { title: 'サーバーに問題があります', hint: soon },
  'token-missing': {
    title: '招待がありません',
    hint: 'ページがルームにトークンを渡す必要があります。この表示が出たら、サイトの管理者にお知らせください。',
  },
  'token-endpoint-failed': { title: '招待を取得できませんでした', hint: connection },
  'server-unreachable': { title: 'サーバーに接続できません', hint: connection },
  'relay-unreachable': {
    title: '通話を中継するサーバーに接続できません',
    hint: '自動的に再試行しています。ネットワークを確認するか、サイトの管理者にお問い合わせください。',
  },
  'browser-unsupported': {
    title: 'このブラウザーでは通話できません',
    hint: 'Chrome、Edge、Firefox、Safari の最新版をご利用ください。',
  },
};
