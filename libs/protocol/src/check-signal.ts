/**
 * The shape check of `signal`, written by hand because every candidate of every call passes it. It returns a new object
 * with the documented fields only, so nothing else a sender adds can reach the other side.
 */
import { isCandidateLine } from './check-candidate.js';
import { isDescription } from './check-description.js';
import * as LIMITS from './limits.js';
import { MEDIA_SOURCES } from './records.js';
import type { CandidateInit, SectionSources, ShownSize, SignalBody, SignalMessage } from './signals.js';

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LIMITS.candidateFieldLength;

const isSdp = (value: unknown): value is string => typeof value === 'string' && isDescription(value);

const isSeq = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

const isConnection = (value: unknown): value is number | undefined =>
  value === undefined || (isSeq(value) && value <= LIMITS.linkConnections);

/** The signal in `payload`, or undefined if it has not the documented shape. */
export function checkSignal(payload: unknown): SignalMessage | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { link, seq } = payload as Record<string, unknown>;
  if (!isShortText(link) || !isSeq(seq)) return undefined;
  const body = checkBody(payload as Record<string, unknown>);
  return body && { link, seq, ...body };
}

function checkBody({ kind, sdp, offer, sources, connection, candidate, camera, screen }: Record<string, unknown>) {
  switch (kind) {
    case 'offer':
      if (!isSdp(sdp) || !isSources(sources) || !isConnection(connection)) return undefined;
      return withSources({ kind, sdp, ...(connection !== undefined && { connection }) }, sources);
    case 'answer':
      return isSdp(sdp) && isSeq(offer) && isSources(sources) ? withSources({ kind, sdp, offer }, sources) : undefined;
    case 'candidate': {
      const checked = checkCandidate(candidate);
      return checked && ({ kind, candidate: checked } satisfies SignalBody);
    }
    case 'view':
      return isSize(camera) && isSize(screen) ? ({ kind, camera, screen } satisfies SignalBody) : undefined;
    default:
      return undefined;
  }
}

const withSources = <Body extends SignalBody>(body: Body, sources: SectionSources | undefined): Body =>
  sources ? { ...body, sources } : body;

const isSources = (value: unknown): value is SectionSources | undefined => {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const sections = Object.entries(value);
  return (
    sections.length <= MEDIA_SOURCES.length &&
    sections.every(([mid, source]) => mid.length <= 16 && (MEDIA_SOURCES as readonly unknown[]).includes(source))
  );
};

const isSize = (value: unknown): value is ShownSize =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((length) => Number.isInteger(length) && length >= 0 && length <= 16_384);

function checkCandidate(value: unknown): CandidateInit | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { candidate, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = value as Record<string, unknown>;
  if (typeof candidate !== 'string' || !isCandidateLine(candidate)) return undefined;
  if (sdpMid !== null && !isShortText(sdpMid)) return undefined;
  if (usernameFragment !== null && !isShortText(usernameFragment)) return undefined;
  if (sdpMLineIndex !== null && !isLineIndex(sdpMLineIndex)) return undefined;
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}

const isLineIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1024;
