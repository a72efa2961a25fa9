/** From a log entry to the words of its row. Pure. */
import type { LogEntry } from '@video-room/log';
import type { LogPerson } from '../../controllers/log-filter.js';
import { debugWords } from '../../text/en-debug.js';
import { visible } from '../../text/visible.js';
import { sdpSummary } from './sdp-sections.js';

/** Longest summary of details in a row, in characters; the whole is in the row's unfolded part. */
const SUMMARY_LENGTH = 160;

/** Seconds since `start`, as `+2.404 s`. */
export function timeOf(entry: LogEntry, start: number): string {
  return `+${Math.max(0, (entry.time - start) / 1000).toFixed(3)} s`;
}

/** From when to when, as `+2.4 – +12.4 s`; a side that is left out stays open. Milliseconds since 1970. */
export function spanText(since: number | undefined, until: number | undefined, start: number): string {
  const seconds = (time: number | undefined) =>
    time === undefined ? '' : `+${Math.max(0, (time - start) / 1000).toFixed(1)}`;
  return `${seconds(since)} – ${seconds(until)}`.trim() + ' s';
}

/** Whom an entry is about, by name; an id that is not known stays as it is. */
export function whoOf(entry: LogEntry, people: ReadonlyMap<string, LogPerson>): string {
  if (entry.person === undefined) return debugWords().you;
  const person = people.get(entry.person);
  return !person ? entry.person : person.own ? debugWords().you : person.name;
}

/** The particulars on one line, as `state connected, rtt 12`. */
export function summaryOf({ detail, cause }: LogEntry): string {
  const parts = Object.entries(detail ?? {}).map(([key, value]) =>
    key === 'sdp' ? sdpSummary(String(value)) : `${key} ${wordOf(value)}`,
  );
  if (cause !== undefined) parts.push(`#${cause}`);
  const line = visible(parts.join(', ').replace(/\s+/g, ' '));
  return line.length > SUMMARY_LENGTH ? `${line.slice(0, SUMMARY_LENGTH)}…` : line;
}

const wordOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(wordOf).join(' ')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value);
