/** For tests of elements: as Open Web Components has it, but with patience, as machines are slow at times. */
import { waitUntil as wait } from '@open-wc/testing';

export const waitUntil: typeof wait = (condition, message, options) =>
  wait(condition, message, { timeout: 20_000, ...options });
