/** All words in German. */
import type { Language } from '../words.js';
import { calls } from './de/calls.js';
import { chat } from './de/chat.js';
import { debug } from './de/debug.js';
import { devices } from './de/devices.js';
import { errors } from './de/errors.js';
import { layout } from './de/layout.js';
import { main } from './de/main.js';
import { media } from './de/media.js';
import { notice } from './de/notice.js';
import { panels } from './de/panels.js';
import { people } from './de/people.js';
import { preflight } from './de/preflight.js';
import { together } from './de/together.js';

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
