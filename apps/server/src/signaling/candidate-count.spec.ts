import { describe, expect, it } from '@jest/globals';
import { LIMITS, type SignalMessage } from '@video-room/protocol';
import { countSignal, noteAsked, type CandidateCount } from './candidate-count.js';

describe('the candidates of one end of a link', () => {
  const link = 'link';
  const sdp = '';
  const offer = (seq: number): SignalMessage => ({ link, seq, kind: 'offer', sdp });
  const answer = (to: number): SignalMessage => ({ link, seq: 1, kind: 'answer', sdp, offer: to });
  const candidate: SignalMessage = {
    link,
    seq: 1,
    kind: 'candidate',
    candidate: { candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: null },
  };
  const fresh = (): CandidateCount => ({ candidates: 0, offered: 0 });
  const isFullAfter = (end: CandidateCount, ...between: SignalMessage[]): boolean => {
    for (let n = 0; n < LIMITS.candidates; n += 1) countSignal(end, candidate);
    for (const signal of between) countSignal(end, signal);
    try {
      countSignal(end, candidate);
      return false;
    } catch {
      return true;
    }
  };

  it('are bounded, and a repeated offer gives no more of them', () => {
    const end = fresh();
    countSignal(end, offer(7));
    expect(isFullAfter(end, offer(7), offer(3))).toBe(true);
  });

  it('are not more for answers to nothing', () => {
    expect(isFullAfter(fresh(), answer(1), answer(999))).toBe(true);
  });

  it('are counted anew with each offer that is new', () => {
    const end = fresh();
    countSignal(end, offer(7));
    expect(isFullAfter(end, offer(8))).toBe(false);
  });

  it('are counted anew with the answer to an offer that came, once', () => {
    const end = fresh();
    noteAsked(new Map([[link, end]]), offer(5));
    expect(isFullAfter(end, answer(5))).toBe(false);
    expect(isFullAfter({ ...end, candidates: 0 }, answer(5))).toBe(true);
  });
});
