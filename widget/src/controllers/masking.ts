/** Takes out of what was recorded who people are, before it leaves the page. Pure. */
import type { LogEntry } from '@video-room/log';

/**
 * For `JSON.stringify`: whoever is known is called by a number, wherever a name or identity of theirs stands.
 *
 * @param aliases what stands for each name and identity, and for the room's name.
 */
export function withoutNames(aliases: ReadonlyMap<string, string>): (key: string, value: unknown) => unknown {
  // Longer ones first: a short name may be part of a long one.
  const words = [...aliases].filter(([word]) => word).sort(([one], [other]) => other.length - one.length);
  const patterns = words.map(([word, alias]) => [whole(word), alias] as const);
  const mask = (text: string) => patterns.reduce((masked, [pattern, alias]) => masked.replace(pattern, alias), text);
  return (key, value) => (typeof value === 'string' && !FIXED.has(key) ? mask(value) : value);
}

/** Fields that hold one of a few words, whatever somebody calls themselves. */
const FIXED: ReadonlySet<string> = new Set<keyof LogEntry>(['level', 'category']);

/** A word of its own: `Al` is not to be found in `already`. */
const whole = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
