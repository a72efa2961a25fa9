/** One page of a timeline. A timeline grows in its middle, too, so a cursor names a line, not a place. Pure. */
import type { TimelineRecord } from '@video-room/protocol';
import type { PlacedRecord } from './merge-lines.js';

/** Where a page ended. */
export interface TimelineCursor {
  /** The last line's. */
  at: number;
  id: string;
}

export interface TimelinePage {
  records: TimelineRecord[];
  /** Absent on the last page. */
  next?: TimelineCursor;
}

export function pageOf(all: readonly PlacedRecord[], limit: number, cursor?: TimelineCursor): TimelinePage {
  const start = cursor ? startAfter(all, cursor) : 0;
  const page = all.slice(start, start + limit);
  const last = page.at(-1);
  return {
    records: page.map(({ record }) => record),
    ...(last && start + limit < all.length && { next: { at: last.record.at, id: last.id } }),
  };
}

/** What came after the line; if that is gone by now, after its time. */
function startAfter(all: readonly PlacedRecord[], { at, id }: TimelineCursor): number {
  const index = all.findIndex((placed) => placed.id === id);
  if (index >= 0) return index + 1;
  const later = all.findIndex(({ record }) => record.at > at);
  return later < 0 ? all.length : later;
}

/** As many of the newest as fit: so many, of so many characters as JSON together. */
export function newestOf(records: readonly TimelineRecord[], most: number, length: number): TimelineRecord[] {
  let rest = length;
  const tooLong = records.findLastIndex((record) => (rest -= JSON.stringify(record).length) < 0);
  return records.slice(Math.max(tooLong + 1, records.length - most));
}
