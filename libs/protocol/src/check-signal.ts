/**
 * The shape check of `signal`, written by hand because every candidate of every call passes it. It returns a new object
 * with the documented fields only, so nothing else a sender adds can reach the other side.
 */
import { LIMITS } from './limits.js';
import type { CandidateInit, SignalBody, SignalMessage } from './signals.js';

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LIMITS.candidateFieldLength;

const isSdp = (value: unknown): value is string => typeof value === 'string' && value.length <= LIMITS.sdpLength;

const isSeq = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

/** The signal in `payload`, or undefined if it has not the documented shape. */
export function checkSignal(payload: unknown): SignalMessage | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { link, seq, kind, sdp, offer, candidate } = payload as Record<string, unknown>;
  if (!isShortText(link) || !isSeq(seq)) return undefined;
  const body = checkBody(kind, sdp, offer, candidate);
  return body && { link, seq, ...body };
}

function checkBody(kind: unknown, sdp: unknown, offer: unknown, candidate: unknown): SignalBody | undefined {
  switch (kind) {
    case 'offer':
      return isSdp(sdp) ? { kind, sdp } : undefined;
    case 'answer':
      return isSdp(sdp) && isSeq(offer) ? { kind, sdp, offer } : undefined;
    case 'candidate': {
      const checked = checkCandidate(candidate);
      return checked && { kind, candidate: checked };
    }
    default:
      return undefined;
  }
}

function checkCandidate(value: unknown): CandidateInit | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { candidate, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = value as Record<string, unknown>;
  if (typeof candidate !== 'string' || candidate.length > LIMITS.candidateLength) return undefined;
  if (sdpMid !== null && !isShortText(sdpMid)) return undefined;
  if (usernameFragment !== null && !isShortText(usernameFragment)) return undefined;
  if (sdpMLineIndex !== null && !isLineIndex(sdpMLineIndex)) return undefined;
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}

const isLineIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1024;
