import type { ClientMessages } from '@video-room/protocol';

/** What is told again and again while nothing happens, and would fill the log. */
export const QUIET_MESSAGES: ReadonlySet<string> = new Set<keyof ClientMessages>([
  'report',
  'log',
  'clock',
  'timeline',
]);
