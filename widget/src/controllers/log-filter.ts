/** Which entries of the log match what somebody asked for. Pure. */
import { CATEGORIES, isAtLeast, LEVELS, type Category, type Level, type LogEntry } from '@video-room/log';

/** What to show of the log; what is left out does not restrict. */
export interface LogFilter {
  /** Display name, identity or participant id, in any case; `you` is oneself. */
  person?: string;
  category?: Category | readonly Category[];
  /** Entries at least as grave as this. */
  level?: Level;
  /** Found in text or details, in any case. */
  text?: string;
  /** Written then or later, in milliseconds since 1970. */
  since?: number;
  /** Written then or before, in milliseconds since 1970. */
  until?: number;
  /** All that this message led to: `link:seq`, as entries have it. */
  cause?: string;
  /** Whether that message is one's own; left out: either end's. */
  own?: boolean;
}

/** Somebody the log may speak of. */
export interface LogPerson {
  id: string;
  identity: string;
  name: string;
  own: boolean;
}

/** @throws RangeError if a category or level does not exist. */
export function matcherFor(filter: LogFilter, people: Iterable<LogPerson>): (entry: LogEntry) => boolean {
  const { person, level, text, cause, own, since = -Infinity, until = Infinity } = filter;
  const categories = filter.category === undefined ? undefined : [filter.category].flat();
  for (const category of categories ?? []) demand(CATEGORIES, category, 'category');
  if (level !== undefined) demand(LEVELS, level, 'level');
  const ids = person ? idsOf(person.toLowerCase(), people) : undefined;
  const needle = text?.toLowerCase();
  return (entry) =>
    entry.time >= since &&
    entry.time <= until &&
    (!ids || ids.has(entry.person)) &&
    (!categories || categories.includes(entry.category)) &&
    (cause === undefined || entry.cause === cause) &&
    (own === undefined || !!entry.own === own) &&
    (!level || isAtLeast(entry.level, level)) &&
    (!needle || haystack(entry).includes(needle));
}

function demand(known: readonly string[], value: string, what: string): void {
  if (!known.includes(value)) throw new RangeError(`No ${what} "${value}"; there are ${known.join(', ')}`);
}

/** Entries about oneself carry no person or one's own id. */
function idsOf(wanted: string, people: Iterable<LogPerson>): Set<string | undefined> {
  const ids = new Set<string | undefined>([wanted]);
  if (wanted === 'you') ids.add(undefined);
  for (const { id, identity, name, own } of people) {
    const named = [id, identity, name].some((word) => word.toLowerCase() === wanted);
    if (!named && !(own && wanted === 'you')) continue;
    ids.add(id);
    if (own) ids.add(undefined);
  }
  return ids;
}

const haystack = ({ text, detail, cause }: LogEntry): string =>
  `${text} ${cause ?? ''} ${detail ? JSON.stringify(detail) : ''}`.toLowerCase();
