/** All words in Arabic. */
import type { Language } from '../words.js';
import { calls } from './ar/calls.js';
import { chat } from './ar/chat.js';
import { debug } from './ar/debug.js';
import { devices } from './ar/devices.js';
import { errors } from './ar/errors.js';
import { layout } from './ar/layout.js';
import { main } from './ar/main.js';
import { media } from './ar/media.js';
import { notice } from './ar/notice.js';
import { panels } from './ar/panels.js';
import { people } from './ar/people.js';
import { preflight } from './ar/preflight.js';
import { together } from './ar/together.js';

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
