import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: '手を挙げる',
    lower: '手を下ろす',
    up: '挙手中',
    place: (place, hands) => `挙手中、${hands}人中${place}番目`,
    raised: (name) => `${name}さんが手を挙げました`,
    lowered: '手が下ろされました',
  },
  reactions: {
    open: 'リアクション',
    label: 'リアクション',
    reacted: (name, emoji) => `${name}さんのリアクション: ${emoji}`,
    names: {
      '👍': 'いいね',
      '👏': '拍手',
      '❤️': 'ハート',
      '😂': '笑い',
      '😮': '驚き',
      '🎉': 'お祝い',
    },
  },
  muted: {
    microphone: { unnamed: 'ミュートされました', by: (name) => `${name}さんがあなたをミュートしました` },
    camera: { unnamed: 'カメラがオフにされました', by: (name) => `${name}さんがあなたのカメラをオフにしました` },
    screen: { unnamed: '画面の共有が停止されました', by: (name) => `${name}さんがあなたの画面の共有を停止しました` },
    screenAudio: {
      unnamed: '画面の音声がオフにされました',
      by: (name) => `${name}さんがあなたの画面の音声をオフにしました`,
    },
  },
  asked: {
    hint: '選択するまで何もオンになりません。',
    microphone: {
      unnamed: 'ミュートの解除を求められています',
      by: (name) => `${name}さんがミュートの解除を求めています`,
      yes: 'ミュートを解除',
      no: 'ミュートのまま',
    },
    camera: {
      unnamed: 'カメラをオンにするよう求められています',
      by: (name) => `${name}さんがカメラをオンにするよう求めています`,
      yes: 'オンにする',
      no: 'オフのまま',
    },
    screen: {
      unnamed: '画面の共有を求められています',
      by: (name) => `${name}さんが画面の共有を求めています`,
      yes: '画面を選ぶ',
      no: '今はしない',
    },
  },
  dismiss: '閉じる',
};
