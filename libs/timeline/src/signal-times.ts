/**
 * Which lines are about the same signal, and so must follow one another whatever clocks say: it is sent, then it is at the
 * server, then it is received. Pure.
 */
import type { ParticipantId } from '@video-room/protocol';
import type { TimelineBatch, TimelineLine } from '@video-room/state';

/** What the server did with a signal, in the words of its lines. */
export const SIGNAL_DEEDS = ['signal relayed', 'signal held', 'signal dropped'] as const;
export type SignalDeed = (typeof SIGNAL_DEEDS)[number];

/** When the server had a signal in hand first, and when it passed it on first, in milliseconds by its clock. */
export interface SignalTimes {
  seen?: number;
  relayed?: number;
}

/** By `keyOf`. */
export type ServerTimes = ReadonlyMap<string, SignalTimes>;

export type SignalStep = 'sent' | 'received';

const OF_PAGES = /^(?:offer|answer|candidate|view) (sent|received)$/;

/** What a participant's line says of a signal: `cause` alone does not name one, as both ends count their own. */
export function signalOf(from: ParticipantId, line: TimelineLine): { key: string; step: SignalStep } | undefined {
  const step = OF_PAGES.exec(line.text)?.[1] as SignalStep | undefined;
  const sender = step === 'sent' ? from : line.person;
  if (!step || sender === undefined || line.cause === undefined) return undefined;
  return { key: keyOf(sender, line.cause), step };
}

/** Names a signal. */
export const keyOf = (sender: ParticipantId, cause: string): string => `${sender} ${cause}`;

/** The key of what a line of the server is about, and whether it was passed on. */
export function deedOf({ text, person, cause }: TimelineLine): { key: string; isRelay: boolean } | undefined {
  if (person === undefined || cause === undefined || !SIGNAL_DEEDS.some((deed) => deed === text)) return undefined;
  return { key: keyOf(person, cause), isRelay: text === 'signal relayed' };
}

export function serverTimesOf(batches: readonly TimelineBatch[]): ServerTimes {
  const times = new Map<string, SignalTimes>();
  for (const { from, lines } of batches) {
    if (from !== 'server') continue;
    for (const line of lines) {
      const deed = deedOf(line);
      if (!deed) continue;
      const known = times.get(deed.key) ?? {};
      known.seen ??= line.time;
      if (deed.isRelay) known.relayed ??= line.time;
      times.set(deed.key, known);
    }
  }
  return times;
}
