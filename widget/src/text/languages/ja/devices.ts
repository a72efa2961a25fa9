import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'マイク', camera: 'カメラ', both: 'カメラとマイク' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `このページでは${the[subject]}を使えません`,
    hint: () => 'ブラウザーは https で開いたページでのみ許可します。',
  },
  'device-unsupported': {
    title: (subject) => `このブラウザーでは${the[subject]}を使えません`,
    hint: () => 'Chrome、Edge、Firefox、Safari の最新版でページを開いてください。',
  },
  'device-denied': {
    title: (subject) => `${the[subject]}が許可されていません`,
    hint: () => 'もう一度試して「許可」を選んでください。確認が出ない場合は、アドレスバーの左側で許可してください。',
  },
  'device-dismissed': {
    title: (subject) => `${the[subject]}の許可に、まだ答えていません`,
    hint: () => '確認が回答なしで閉じられました。もう一度試して「許可」を選んでください。',
  },
  'device-blocked': {
    title: (subject) => `ブラウザーがこのサイトの${the[subject]}をブロックしています`,
    hint: () => 'アドレスバーの左側のアイコンをクリックして許可し、もう一度お試しください。',
  },
  'device-blocked-by-system': {
    title: (subject) => `システムがブラウザーに${the[subject]}の使用を許可していません`,
    hint: () => 'パソコンやスマートフォンのプライバシー設定でブラウザーに許可し、もう一度お試しください。',
  },
  'device-blocked-by-page': {
    title: (subject) => `このページでは${the[subject]}が許可されていません`,
    hint: (subject) =>
      `ページの管理者が許可できます。ページを含む iframe に allow="${directives[subject]}" を付け、Permissions-Policy ヘッダーで禁止しないようにします。`,
  },
  'device-not-found': {
    title: (subject) => `${the[subject]}が見つかりません`,
    hint: () => 'デバイスを接続して、もう一度お試しください。',
  },
  'device-in-use': {
    title: (subject) => `${the[subject]}を起動できませんでした`,
    hint: () => 'ほかのプログラムが使用中の可能性があります。そのプログラムを閉じて、もう一度お試しください。',
  },
  'device-overconstrained': {
    title: (subject) => `${the[subject]}が要求された設定に対応していません`,
    hint: () => '別のデバイスを選ぶか、もう一度お試しください。',
  },
  'device-failed': {
    title: (subject) => `${the[subject]}を起動できませんでした`,
    hint: () => 'もう一度お試しください。直らないときは、ブラウザーを再起動してください。',
  },
  'device-lost': {
    title: (subject) => `${the[subject]}の接続が外れました`,
    hint: () => 'つなぎ直すか、別のデバイスを選んでください。',
  },
  'device-revoked': {
    title: (subject) => `${the[subject]}の許可が取り消されました`,
    hint: () => 'アドレスバーの左側で許可して、もう一度お試しください。',
  },
  'device-interrupted': {
    title: (subject) => `システムが${the[subject]}を一時停止しています`,
    hint: () => '電話が終わったあとなどに、自動的に再開します。',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'マイク', camera: 'カメラ', speaker: 'スピーカー' },
  standard: 'システムの既定',
  none: '見つかりません',
  retry: '再試行',
  without: '使わずに続ける',
  replaced: (device) => `${device} に切り替えました`,
  restored: (subject) => `${the[subject]}が再び使えます`,
  menu: {
    open: 'デバイスを選択',
    label: 'カメラとマイク',
    close: '閉じる',
    switchCamera: 'カメラを切り替え',
    test: 'テスト',
    testing: '再生中…',
    level: 'マイクの音量レベル',
    processing: 'マイクの音声',
    noiseSuppression: 'ノイズ抑制',
    echoCancellation: 'エコー除去',
    autoGainControl: '自動音量',
  },
  muted: {
    hint: 'ミュート中です',
    unmute: 'ミュート解除',
    hold: 'またはスペースキーを押しながら話す',
    talking: 'スペースキーを押している間、話せます',
  },
  prejoin: {
    title: '参加しますか？',
    name: 'お名前',
    join: '参加',
    check: '接続を確認',
    picture: '自分の映像',
    off: 'カメラはオフです',
    failed: '映像なし',
    starting: '起動中…',
    ask: '映像と音声を届けましょう',
    askHint:
      'このページがカメラとマイクを使ってよいか、ブラウザーが確認します。参加するまで、誰にも見えず聞こえません。',
    allow: 'カメラとマイクを許可',
    listener: '視聴のみです。カメラもマイクも使いません。',
    later: 'カメラとマイクは、通話が始まるまで使われません。',
  },
};
