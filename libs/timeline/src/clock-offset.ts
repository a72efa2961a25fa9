/**
 * How far a participant's clock is from the server's. Its page says what it has measured; what the server knows for sure
 * bounds that: nothing was sent after it arrived, nothing was received before it was passed on, and no line was written
 * after it came. Pure.
 */
import type { TimelineBatch } from '@video-room/state';
import { signalOf, type ServerTimes } from './signal-times.js';

/** Lines that would be older than that when they came are taken to be that old. */
export const OLDEST_LINE_MS = 24 * 60 * 60 * 1000;

/** What to add to the times of a batch, in milliseconds, to get the server's. */
export function offsetOf({ from, offsetMs, storedAt, lines }: TimelineBatch, server: ServerTimes): number {
  if (from === 'server') return 0;
  let most = Infinity;
  let least = -Infinity;
  for (const line of lines) {
    most = Math.min(most, storedAt - line.time);
    const signal = signalOf(from, line);
    const times = signal && server.get(signal.key);
    if (signal?.step === 'sent' && times?.seen !== undefined) most = Math.min(most, times.seen - line.time);
    else if (times?.relayed !== undefined) least = Math.max(least, times.relayed - line.time);
  }
  // Both cannot be kept by a clock that was set meanwhile; the order of signals is mended when lines are merged.
  return Math.min(most, Math.max(offsetMs, least));
}
