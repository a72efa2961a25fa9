import type { Language } from '../../words.js';

const fault = { title: '出了点问题', hint: '请重试。如果仍然如此，请刷新页面。' };
const soon = '请稍后重试。';
const connection = '请检查网络连接后重试。';

export const errors: Language['errors'] = {
  unauthorized: {
    title: '您的邀请无效',
    hint: '邀请可能已过期。请重新打开页面，或索取新的链接。',
  },
  'origin-not-allowed': {
    title: '此网站无权打开该房间',
    hint: '网站负责人需要将此地址添加到服务器的允许来源（allowed origins）中。',
  },
  'not-allowed': { title: '您在这里不能这样做', hint: '请向邀请您的人申请权限。' },
  'room-closed': { title: '房间已关闭', hint: '不再允许新的人进入。' },
  removed: { title: '您已被移出房间', hint: '请向邀请您的人索取新的链接。' },
  'no-such-call': { title: '此通话已结束', hint: '如有需要，请再次呼叫。' },
  'no-such-participant': { title: '此人已不在这里', hint: '可能为时已晚。' },
  'in-a-call': { title: '您正在通话中', hint: '请先挂断。' },
  'wrong-kind': { title: '此房间不支持该操作', hint: '请咨询创建房间的人。' },
  'room-full': { title: '房间已满', hint: '请在有人离开后重试。' },
  'protocol-unsupported': { title: '此页面版本过旧', hint: '请刷新页面以获取最新版本。' },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: '无法联系到某位参与者', hint: soon },
  'rate-limited': { title: '尝试次数过多', hint: soon },
  'server-stopping': { title: '服务器正在重启', hint: soon },
  internal: { title: '服务器出现问题', hint: soon },
  'token-missing': {
    title: '没有邀请',
    hint: '页面需要向房间提供令牌。如果您看到此消息，请告知网站负责人。',
  },
  'token-endpoint-failed': { title: '无法获取邀请', hint: connection },
  'server-unreachable': { title: '无法连接到服务器', hint: connection },
  'relay-unreachable': {
    title: '无法连接到转发通话的服务器',
    hint: '系统会自动继续尝试。请检查网络，或联系网站负责人。',
  },
  'browser-unsupported': {
    title: '此浏览器不支持通话',
    hint: '请使用最新版本的 Chrome、Edge、Firefox 或 Safari。',
  },
};
