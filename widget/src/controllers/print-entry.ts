/** Prints an entry of the log to the console. Loaded when that is asked for. */
import type { LogEntry } from '@video-room/log';
import type { LogPerson } from './log-filter.js';

export function printEntry(entry: LogEntry, people: ReadonlyMap<string, LogPerson>): void {
  const { level, category, person, text, detail } = entry;
  const who = person === undefined ? '' : ` ${people.get(person)?.name ?? person}`;
  // eslint-disable-next-line no-console -- where it was asked to be printed
  console[level](`video-room ${category}${who}: ${text}`, detail ?? '');
}
