/** All words in Spanish. */
import type { Language } from '../words.js';
import { calls } from './es/calls.js';
import { chat } from './es/chat.js';
import { debug } from './es/debug.js';
import { devices } from './es/devices.js';
import { errors } from './es/errors.js';
import { layout } from './es/layout.js';
import { main } from './es/main.js';
import { media } from './es/media.js';
import { notice } from './es/notice.js';
import { panels } from './es/panels.js';
import { people } from './es/people.js';
import { preflight } from './es/preflight.js';
import { together } from './es/together.js';

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
