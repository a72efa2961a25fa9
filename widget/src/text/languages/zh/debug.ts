import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: '调试日志',
  log: '日志',
  people: '参与者',
  everyone: '所有人',
  you: '您',
  allCategories: '全部',
  category: '类别',
  level: '最低级别',
  search: '筛选',
  pause: '暂停',
  resume: '继续',
  clear: '清空',
  copy: '复制',
  copied: '已复制',
  copyFailed: '复制失败',
  download: '下载为 JSON',
  close: '关闭',
  empty: '没有匹配的内容。',
  newest: '最新',
  shown: (shown, total) => (shown < total ? `最新 ${shown} 条，共 ${total} 条` : `${total} 条`),
};
