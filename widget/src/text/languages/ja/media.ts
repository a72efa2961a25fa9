import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: '画面が選択されていません', hint: 'クリックして再試行してください。' },
    'screen-blocked': {
      title: 'ここでは画面を共有できません',
      hint: 'システムの設定で、ブラウザーに画面の共有を許可してください。許可済みの場合は、サイトの管理者にお知らせください。',
    },
    'screen-unsupported': {
      title: 'このブラウザーでは画面を共有できません',
      hint: 'パソコンで最新のブラウザーをご利用ください。',
    },
    'screen-needs-gesture': { title: '画面は共有されませんでした', hint: 'ご自身でボタンをクリックしてください。' },
    'screen-failed': { title: '画面を共有できませんでした', hint: 'クリックして再試行してください。' },
  },
  screen: {
    share: '画面を共有',
    stop: '共有を停止',
    another: '別の画面を共有',
    dismiss: '閉じる',
    shared: '画面を共有しています',
    ended: '画面の共有を停止しました',
    personShares: (name) => `${name}さんが画面を共有しています`,
    personEnded: (name) => `${name}さんが画面の共有を停止しました`,
  },
  quality: {
    fair: '接続はやや不安定です',
    poor: '接続が不安定です',
    weak: 'お使いのネットワークが不安定です',
    weakBetween: '接続が不安定です',
  },
  soundOnly: {
    label: '音声のみ',
    on: '音声のみ：映像はオフです',
    end: '映像を表示',
    ended: '映像を再び表示しています',
  },
};
