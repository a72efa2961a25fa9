/** All words in simplified Chinese. */
import type { Language } from '../words.js';
import { calls } from './zh/calls.js';
import { chat } from './zh/chat.js';
import { debug } from './zh/debug.js';
import { devices } from './zh/devices.js';
import { errors } from './zh/errors.js';
import { layout } from './zh/layout.js';
import { main } from './zh/main.js';
import { media } from './zh/media.js';
import { notice } from './zh/notice.js';
import { panels } from './zh/panels.js';
import { people } from './zh/people.js';
import { preflight } from './zh/preflight.js';
import { together } from './zh/together.js';

export const words: Language = {
  main,
  calls,
  debug,
  media,
  layout,
  panels,
  chat,
  devices,
  errors,
  notice,
  people,
  preflight,
  together,
};
