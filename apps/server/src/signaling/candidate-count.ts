/**
 * How many candidates one end of a link may send. The other end tries each with each of its own, whatever address it names,
 * so a negotiation has only so many. What begins another one is an offer that is new and the answer to one that came; a
 * repeated one, or an answer to nothing, is dropped by the other end and counts for nothing. Knows no sockets.
 */
import { LIMITS, type LinkId, type SignalMessage } from '@video-room/protocol';
import { badMessage } from './error-reply.js';

/** What one end of a link has sent. */
export interface CandidateCount {
  /** Candidates since what began its last negotiation. */
  candidates: number;
  /** The `seq` of its last offer. */
  offered: number;
  /** The `seq` of the offer that was passed on to it and that it has not answered. */
  asked?: number | undefined;
}

/** Throws `bad-message` if it is one too many. */
export function countSignal(end: CandidateCount, signal: SignalMessage): void {
  switch (signal.kind) {
    case 'candidate':
      end.candidates += 1;
      if (end.candidates > LIMITS.candidates) throw badMessage();
      return;
    case 'offer':
      if (signal.seq <= end.offered) return;
      end.offered = signal.seq;
      end.candidates = 0;
      return;
    case 'answer':
      if (signal.offer !== end.asked) return;
      end.asked = undefined;
      end.candidates = 0;
      return;
    case 'view':
      return;
    default:
      return signal satisfies never;
  }
}

/** Notes at the receiver what it may answer. */
export function noteAsked(links: ReadonlyMap<LinkId, CandidateCount>, signal: SignalMessage): void {
  const end = signal.kind === 'offer' && links.get(signal.link);
  if (end) end.asked = signal.seq;
}
