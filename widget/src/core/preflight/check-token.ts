/** The token: what the server would say to it, asked without taking a seat. Brings what the network is tried with. */
import type { IceServer } from '@video-room/protocol';
import { VideoRoomError } from '../errors.js';
import type { Credentials } from '../token-source.js';
import type { PreflightEnvironment } from './environment.js';
import { finding, type OwnPreflightCode, type PreflightFinding } from './finding.js';
import { inTime } from './in-time.js';

const ANSWER_TIMEOUT_MS = 4_000;

export interface TokenFindings {
  token: PreflightFinding;
  /** Undefined: none were told, for the reason that the network's checks then give. */
  iceServers?: readonly IceServer[];
  skipped: OwnPreflightCode;
}

/** What `POST /api/v1/token-checks` may answer, by what it is called here. */
const REFUSALS: Readonly<Record<string, OwnPreflightCode>> = {
  expired: 'token-expired',
  'not-yet-valid': 'token-not-yet-valid',
  'other-room': 'token-other-room',
  'other-origin': 'token-other-origin',
  'origin-not-allowed': 'origin-not-allowed',
  removed: 'removed',
  refused: 'token-refused',
};

interface Answer {
  result?: unknown;
  access?: unknown;
  iceServers?: readonly IceServer[];
}

/** What kept one from getting a token. */
export const withoutToken = (cause: unknown): TokenFindings => {
  const missing = cause instanceof VideoRoomError && cause.code === 'token-missing';
  return refusal(missing ? 'token-missing' : 'token-endpoint-failed');
};

/** @param room the room that the page says it is for, if it does. */
export async function checkToken(
  { fetch }: PreflightEnvironment,
  url: string,
  { token }: Pick<Credentials, 'token'>,
  room: string | undefined,
  signal: AbortSignal,
): Promise<TokenFindings> {
  const unasked = skip('needs-server');
  if (!url) return unasked;
  return inTime(
    signal,
    ANSWER_TIMEOUT_MS,
    async (lifetime) => {
      try {
        const response = await fetch(`${url}/api/v1/token-checks`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token, ...(room && { room }) }),
          cache: 'no-store',
          credentials: 'omit',
          signal: lifetime,
        });
        if (response.status === 429) return skip('rate-limited');
        if (response.status === 404) return skip('not-told');
        // Longer than a token may be, or none at all.
        if (response.status === 400) return refusal('token-refused');
        if (!response.ok) return skip('not-told');
        return read((await response.json()) as Answer);
      } catch {
        return unasked;
      }
    },
    () => unasked,
  );
}

function read({ result, access, iceServers = [] }: Answer): TokenFindings {
  if (result !== 'accepted') return refusal(REFUSALS[String(result)] ?? 'token-refused');
  if (access === 'closed') return { token: finding('token', 'warning', 'room-closed'), skipped: 'needs-admission' };
  if (access === 'knock') return { token: finding('token', 'ok', 'token-waits'), skipped: 'needs-admission' };
  return { token: finding('token', 'ok', 'ok'), iceServers, skipped: 'not-configured' };
}

const refusal = (code: OwnPreflightCode): TokenFindings => ({
  token: finding('token', 'failed', code),
  skipped: 'needs-token',
});

const skip = (code: OwnPreflightCode): TokenFindings => ({
  token: finding('token', 'skipped', code),
  skipped: code === 'needs-server' ? code : 'needs-token',
});
