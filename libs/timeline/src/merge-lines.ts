/**
 * All that pages and the server have said, in one order. Each party's own order is kept, a signal is sent before the
 * server has it and relayed before it is received, and for the rest the corrected clocks decide. Pure.
 */
import type { TimelineRecord } from '@video-room/protocol';
import type { NumberedBatch, TimelineLine } from '@video-room/state';
import { OLDEST_LINE_MS, offsetOf } from './clock-offset.js';
import { deedOf, serverTimesOf, signalOf } from './signal-times.js';

/** A record, and what names its line as long as it is kept. */
export interface PlacedRecord {
  id: string;
  record: TimelineRecord;
}

/** Lines of one party, in its own order. */
interface Sequence {
  lines: Placed[];
  next: number;
  /** Whether its next line waits for one of another party. */
  waits: boolean;
}

interface Placed extends PlacedRecord {
  sequence: Sequence;
  /** What comes before it, whatever clocks say. */
  after?: Placed;
  isTaken: boolean;
}

/** @param batches in the order they came. */
export function mergeLines(batches: readonly NumberedBatch[]): PlacedRecord[] {
  const sequences = sequencesOf(batches);
  const all = sequences.flatMap(({ lines }) => lines);
  chain(all);
  const merged: PlacedRecord[] = [];
  const take = (sequence: Sequence): void => {
    const head = sequence.lines[sequence.next];
    if (!head) return;
    const { after } = head;
    sequence.waits = true;
    // One that waits itself contradicts: then clocks decide.
    while (after && !after.isTaken && !after.sequence.waits) take(after.sequence);
    sequence.waits = false;
    head.isTaken = true;
    sequence.next += 1;
    merged.push({ id: head.id, record: head.record });
  };
  for (let next = earliest(sequences); next; next = earliest(sequences)) take(next);
  return merged;
}

function sequencesOf(batches: readonly NumberedBatch[]): Sequence[] {
  const server = serverTimesOf(batches);
  const sequences = new Map<string, Sequence>();
  for (const batch of batches) {
    const { from, storedAt, number, lines } = batch;
    const sequence = sequences.get(from) ?? { lines: [], next: 0, waits: false };
    sequences.set(from, sequence);
    const offset = offsetOf(batch, server);
    for (const [index, line] of lines.entries()) {
      const before = sequence.lines.at(-1)?.record.at ?? -Infinity;
      const at = Math.round(Math.max(before, storedAt - OLDEST_LINE_MS, line.time + offset));
      sequence.lines.push({ id: `${number}.${index}`, record: recordOf(from, at, line), sequence, isTaken: false });
    }
  }
  return [...sequences.values()];
}

/** Ties what is about the same signal: the first time it was sent, at the server, passed on, received. */
function chain(all: readonly Placed[]): void {
  const firsts = new Map<string, Placed>();
  const note = (what: string, key: string, line: Placed) => {
    const name = `${what} ${key}`;
    if (!firsts.has(name)) firsts.set(name, line);
  };
  for (const line of all) {
    const { record } = line;
    if (record.from === 'server') {
      const deed = deedOf({ ...record, time: record.at });
      if (deed) note('seen', deed.key, line);
      if (deed?.isRelay) note('relayed', deed.key, line);
    } else {
      const signal = signalOf(record.from, { ...record, time: record.at });
      if (signal) note(signal.step, signal.key, line);
    }
  }
  for (const [name, line] of firsts) {
    const [what = '', ...key] = name.split(' ');
    const before = { seen: 'sent', received: 'relayed' }[what];
    const first = before && firsts.get([before, ...key].join(' '));
    if (first) line.after = first;
  }
}

/** The one whose next line is the oldest. */
function earliest(sequences: readonly Sequence[]): Sequence | undefined {
  let found: Sequence | undefined;
  let at = Infinity;
  for (const sequence of sequences) {
    const head = sequence.lines[sequence.next];
    if (!head || head.record.at >= at) continue;
    found = sequence;
    at = head.record.at;
  }
  return found;
}

/** A line as others read it. */
export function recordOf(from: string, at: number, { time: _, ...line }: TimelineLine): TimelineRecord {
  const link = line.link ?? line.cause?.slice(0, line.cause.lastIndexOf(':'));
  return { at, from, ...line, ...(link !== undefined && { link }) };
}
