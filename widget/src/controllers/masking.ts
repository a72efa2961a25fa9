/** Takes out of what was recorded who people are, before it leaves the page. Pure. */
import { maskNames } from '../core/mask-names.js';

/**
 * A deep copy of plain data in which whoever is known is called by a number, wherever a name or identity of theirs stands.
 * Addresses and secrets are masked after it: a name may hold what looks like one, and would be half masked otherwise.
 *
 * @param aliases what stands for each name and identity, and for the room's name.
 */
export function withoutNames(value: unknown, aliases: ReadonlyMap<string, string>): unknown {
  const mask = maskNames(aliases);
  const copy = (inner: unknown): unknown => {
    if (typeof inner === 'string') return mask(inner);
    if (Array.isArray(inner)) return inner.map(copy);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, field]) => [
        key,
        FIXED.has(key) && typeof field === 'string' ? field : copy(field),
      ]),
    );
  };
  return copy(value);
}

/**
 * Fields that hold one of a few words, or what browsers write, whatever somebody calls themselves: a person called `offer`
 * would else make a log unreadable.
 */
const FIXED: ReadonlySet<string> = new Set([
  ...['level', 'category', 'text', 'sdp', 'candidate', 'state', 'kind', 'type', 'source', 'code', 'phase'],
  ...['local', 'remote', 'protocol', 'connection'],
]);
