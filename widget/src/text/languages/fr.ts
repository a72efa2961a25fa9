/** All words in French. */
import type { Language } from '../words.js';
import { calls } from './fr/calls.js';
import { chat } from './fr/chat.js';
import { debug } from './fr/debug.js';
import { devices } from './fr/devices.js';
import { errors } from './fr/errors.js';
import { layout } from './fr/layout.js';
import { main } from './fr/main.js';
import { media } from './fr/media.js';
import { notice } from './fr/notice.js';
import { panels } from './fr/panels.js';
import { people } from './fr/people.js';
import { preflight } from './fr/preflight.js';
import { together } from './fr/together.js';

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
