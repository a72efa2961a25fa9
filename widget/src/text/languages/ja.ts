/** All words in Japanese. */
import type { Language } from '../words.js';
import { calls } from './ja/calls.js';
import { chat } from './ja/chat.js';
import { debug } from './ja/debug.js';
import { devices } from './ja/devices.js';
import { errors } from './ja/errors.js';
import { layout } from './ja/layout.js';
import { main } from './ja/main.js';
import { media } from './ja/media.js';
import { notice } from './ja/notice.js';
import { panels } from './ja/panels.js';
import { people } from './ja/people.js';
import { preflight } from './ja/preflight.js';
import { together } from './ja/together.js';

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
