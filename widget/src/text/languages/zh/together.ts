import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: '举手',
    lower: '放下手',
    up: '已举手',
    place: (place, hands) => `已举手，第 ${place} 位，共 ${hands} 位`,
    raised: (name) => `${name} 举手了`,
    lowered: '您的手已被放下',
  },
  reactions: {
    open: '表情回应',
    label: '表情回应',
    reacted: (name, emoji) => `${name} 回应：${emoji}`,
    names: {
      '👍': '点赞',
      '👏': '鼓掌',
      '❤️': '爱心',
      '😂': '大笑',
      '😮': '惊讶',
      '🎉': '庆祝',
    },
  },
  muted: {
    microphone: { unnamed: '您已被静音', by: (name) => `${name} 已将您静音` },
    camera: { unnamed: '您的摄像头已被关闭', by: (name) => `${name} 关闭了您的摄像头` },
    screen: { unnamed: '您的屏幕共享已被停止', by: (name) => `${name} 停止了您的屏幕共享` },
    screenAudio: { unnamed: '您屏幕的声音已被关闭', by: (name) => `${name} 关闭了您屏幕的声音` },
  },
  asked: {
    hint: '在您选择之前不会开启任何设备。',
    microphone: {
      unnamed: '有人请您取消静音',
      by: (name) => `${name} 请您取消静音`,
      yes: '取消静音',
      no: '保持静音',
    },
    camera: {
      unnamed: '有人请您打开摄像头',
      by: (name) => `${name} 请您打开摄像头`,
      yes: '打开',
      no: '保持关闭',
    },
    screen: {
      unnamed: '有人请您共享屏幕',
      by: (name) => `${name} 请您共享屏幕`,
      yes: '选择屏幕',
      no: '暂不',
    },
  },
  dismiss: '关闭',
};
