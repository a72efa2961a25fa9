/** All words in Portuguese of Brazil. */
import type { Language } from '../words.js';
import { calls } from './pt/calls.js';
import { chat } from './pt/chat.js';
import { debug } from './pt/debug.js';
import { devices } from './pt/devices.js';
import { errors } from './pt/errors.js';
import { layout } from './pt/layout.js';
import { main } from './pt/main.js';
import { media } from './pt/media.js';
import { notice } from './pt/notice.js';
import { panels } from './pt/panels.js';
import { people } from './pt/people.js';
import { preflight } from './pt/preflight.js';
import { together } from './pt/together.js';

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
