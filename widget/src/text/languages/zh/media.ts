import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: '未选择屏幕', hint: '请点击重试。' },
    'screen-blocked': {
      title: '此处不允许共享屏幕',
      hint: '请在系统设置中允许浏览器共享屏幕。如果已经允许，请告知网站负责人。',
    },
    'screen-unsupported': { title: '此浏览器无法共享屏幕', hint: '请在电脑上使用最新的浏览器。' },
    'screen-needs-gesture': { title: '屏幕未共享', hint: '请亲自点击共享按钮。' },
    'screen-failed': { title: '无法共享屏幕', hint: '请点击重试。' },
  },
  screen: {
    share: '共享屏幕',
    stop: '停止共享',
    another: '共享其他屏幕',
    dismiss: '关闭',
    shared: '您正在共享屏幕',
    ended: '您已停止共享屏幕',
    personShares: (name) => `${name} 正在共享屏幕`,
    personEnded: (name) => `${name} 已停止共享屏幕`,
  },
  quality: {
    fair: '连接一般',
    poor: '连接较差',
    weak: '您的网络连接较弱',
    weakBetween: '网络连接较弱',
  },
  soundOnly: {
    label: '仅声音',
    on: '仅声音：画面已关闭',
    end: '显示画面',
    ended: '画面已恢复',
  },
};
