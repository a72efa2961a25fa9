/** Entries as lines of a list: the same said several times in a row is one line. Pure but for what it keeps. */
import type { LogEntry } from '@video-room/log';

export interface LogLine {
  /** The first of them; its id names the line. */
  readonly entry: LogEntry;
  /** The newest of them. */
  last: LogEntry;
  count: number;
}

export class LogLines {
  readonly all: LogLine[] = [];
  /** How many entries they stand for. */
  entries = 0;

  constructor(entries: Iterable<LogEntry> = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: LogEntry): void {
    this.entries += 1;
    const line = this.all.at(-1);
    if (line && isRepeated(line.last, entry)) {
      line.last = entry;
      line.count += 1;
    } else this.all.push({ entry, last: entry, count: 1 });
  }

  /** Forgets the oldest lines but so many. */
  keep(most: number): void {
    for (const { count } of this.all.splice(0, Math.max(0, this.all.length - most))) this.entries -= count;
  }
}

function isRepeated(before: LogEntry, after: LogEntry): boolean {
  return (
    before.text === after.text &&
    before.person === after.person &&
    before.category === after.category &&
    before.level === after.level &&
    JSON.stringify(before.detail) === JSON.stringify(after.detail)
  );
}
