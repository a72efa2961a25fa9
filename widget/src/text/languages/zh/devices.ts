import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: '麦克风', camera: '摄像头', both: '摄像头和麦克风' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `此页面无法使用${the[subject]}`,
    hint: () => '浏览器仅允许通过 https 打开的页面使用。',
  },
  'device-unsupported': {
    title: (subject) => `此浏览器无法访问${the[subject]}`,
    hint: () => '请使用最新版本的 Chrome、Edge、Firefox 或 Safari 打开此页面。',
  },
  'device-denied': {
    title: (subject) => `您未允许使用${the[subject]}`,
    hint: () => '请重试并选择“允许”。如果没有询问，请在地址栏左侧允许。',
  },
  'device-dismissed': {
    title: (subject) => `浏览器仍在等待您对${the[subject]}的答复`,
    hint: () => '询问窗口未作答就被关闭了。请重试并选择“允许”。',
  },
  'device-blocked': {
    title: (subject) => `浏览器已为此网站阻止${the[subject]}`,
    hint: () => '请点击地址栏左侧的图标，允许访问，然后重试。',
  },
  'device-blocked-by-system': {
    title: (subject) => `系统未允许浏览器使用${the[subject]}`,
    hint: () => '请在电脑或手机的隐私设置中允许浏览器使用，然后重试。',
  },
  'device-blocked-by-page': {
    title: (subject) => `此页面不允许使用${the[subject]}`,
    hint: (subject) =>
      `页面负责人可以允许：在嵌入它的 iframe 上添加 allow="${directives[subject]}"，并确保 Permissions-Policy 标头不禁止。`,
  },
  'device-not-found': {
    title: (subject) => `未找到${the[subject]}`,
    hint: () => '请连接设备，然后重试。',
  },
  'device-in-use': {
    title: (subject) => `无法启动${the[subject]}`,
    hint: () => '可能正被其他程序使用。请关闭该程序，然后重试。',
  },
  'device-overconstrained': {
    title: (subject) => `${the[subject]}不支持所要求的设置`,
    hint: () => '请选择其他设备，或重试。',
  },
  'device-failed': {
    title: (subject) => `无法启动${the[subject]}`,
    hint: () => '请重试。如果仍然如此，请重启浏览器。',
  },
  'device-lost': {
    title: (subject) => `${the[subject]}已断开`,
    hint: () => '请重新连接，或选择其他设备。',
  },
  'device-revoked': {
    title: (subject) => `${the[subject]}的权限已被收回`,
    hint: () => '请在地址栏左侧允许，然后重试。',
  },
  'device-interrupted': {
    title: (subject) => `系统已暂停${the[subject]}`,
    hint: () => '稍后会自动恢复，例如电话结束之后。',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: '麦克风', camera: '摄像头', speaker: '扬声器' },
  standard: '系统默认',
  none: '未找到',
  retry: '重试',
  without: '跳过并继续',
  replaced: (device) => `现在使用 ${device}`,
  restored: (subject) => `${the[subject]}已恢复正常`,
  menu: {
    open: '选择设备',
    label: '摄像头和麦克风',
    close: '关闭',
    switchCamera: '切换摄像头',
    test: '测试',
    testing: '正在播放…',
    level: '麦克风音量',
    processing: '麦克风声音',
    noiseSuppression: '噪声抑制',
    echoCancellation: '回声消除',
    autoGainControl: '自动音量',
  },
  muted: {
    hint: '您已静音',
    unmute: '取消静音',
    hold: '或按住空格键说话',
    talking: '按住空格键时可以说话',
  },
  prejoin: {
    title: '准备好加入了吗？',
    name: '您的姓名',
    join: '加入',
    check: '检查我的连接',
    picture: '您的画面',
    off: '摄像头已关闭',
    failed: '没有画面',
    starting: '正在启动…',
    ask: '让别人看到和听到您',
    askHint: '浏览器会询问此页面能否使用您的摄像头和麦克风。加入之前，没有人能看到或听到您。',
    allow: '允许摄像头和麦克风',
    listener: '您将观看和收听，不使用摄像头或麦克风。',
    later: '通话开始时才会打开摄像头和麦克风。',
  },
};
