/** Puts what stands for people in the place of their names, wherever these stand in a text. Pure. */

/** @param aliases what stands for each name, identity or other word. */
export function maskNames(aliases: ReadonlyMap<string, string>): (text: string) => string {
  // Longer ones first: a short name may be part of a long one.
  const words = [...aliases].filter(([word]) => word).sort(([one], [other]) => other.length - one.length);
  const patterns = words.map(([word, alias]) => [whole(word), alias] as const);
  return (text) => patterns.reduce((masked, [pattern, alias]) => masked.replace(pattern, alias), text);
}

/** A word of its own: `Al` is not to be found in `already`. */
const whole = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
