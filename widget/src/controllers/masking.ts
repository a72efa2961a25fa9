/** Takes out of what was recorded who people are, before it leaves the page. Pure. */
import type { LogEntry } from '@video-room/log';
import { maskNames } from '../core/mask-names.js';

/**
 * For `JSON.stringify`: whoever is known is called by a number, wherever a name or identity of theirs stands.
 *
 * @param aliases what stands for each name and identity, and for the room's name.
 */
export function withoutNames(aliases: ReadonlyMap<string, string>): (key: string, value: unknown) => unknown {
  const mask = maskNames(aliases);
  return (key, value) => (typeof value === 'string' && !FIXED.has(key) ? mask(value) : value);
}

/** Fields that hold one of a few words, whatever somebody calls themselves. */
const FIXED: ReadonlySet<string> = new Set<keyof LogEntry>(['level', 'category']);
