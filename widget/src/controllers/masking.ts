/** Takes out of what was recorded who people are, before it leaves the page. Pure. */
import { maskNames } from '../core/mask-names.js';

/**
 * For `JSON.stringify`: whoever is known is called by a number, wherever a name or identity of theirs stands.
 *
 * @param aliases what stands for each name and identity, and for the room's name.
 */
export function withoutNames(aliases: ReadonlyMap<string, string>): (key: string, value: unknown) => unknown {
  const mask = maskNames(aliases);
  return (_key, value) => (typeof value === 'string' ? mask(value) : value);
}
