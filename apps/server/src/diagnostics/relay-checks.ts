/** Each STUN and TURN server of the configuration, tried with a credential made for the occasion. */
import { randomUUID } from 'node:crypto';
import { iceServersFor, type IceSettings } from '@video-room/ice';
import { checkStun, checkTurn, type Outcome, type TurnOutcome } from '@video-room/turn-check';
import type { FindingCode } from './finding-codes.js';
import { finding, type Finding } from './finding.js';
import type { Check } from './examination.js';
import { isPublicHost } from './public-host.js';

/** A credential for a check need not live longer. */
const CREDENTIAL_SECONDS = 60;

/** @param ca PEM certificates to trust besides those Node does. */
export function relayChecks(ice: IceSettings, ca?: string): Check[] {
  const trusted = ca === undefined ? {} : { ca };
  const stun = ice.stunUrls.map((url): Check => ({
    id: 'stun',
    subject: url,
    run: async (signal) => [findingOf('stun', url, await checkStun(url, { signal, ...trusted }))],
  }));
  const turn = ice.turnUrls.map((url): Check => ({
    id: 'turn',
    subject: url,
    run: async (signal) => {
      // Its own user for each URL, so that quotas of the server count it apart.
      const settings = { ...ice, turnUrls: [url], stunUrls: [], turnTtlSeconds: CREDENTIAL_SECONDS };
      const [server] = iceServersFor(`diagnostics-${randomUUID()}`, settings);
      const credentials = { username: server?.username ?? '', credential: server?.credential ?? '' };
      return [turnFinding(url, await checkTurn(url, credentials, { signal, ...trusted }))];
    },
  }));
  return [...stun, ...turn];
}

/** Both ends of the check are on the server, so they meet on any address it gives out; people outside may not. */
export function turnFinding(url: string, outcome: TurnOutcome): Finding {
  const { code, serverAddress, relayedAddress, durationMs } = outcome;
  const isHidden =
    serverAddress !== undefined &&
    relayedAddress !== undefined &&
    isPublicHost(serverAddress) &&
    !isPublicHost(relayedAddress);
  if (code !== 'turn-ok' || !isHidden) return findingOf('turn', url, outcome);
  return finding('turn', 'turn-private-address', { subject: url, detail: { relayedAddress, durationMs } });
}

function findingOf(
  check: 'stun' | 'turn',
  subject: string,
  { code, reason, durationMs }: Outcome<FindingCode>,
): Finding {
  return finding(check, code, { subject, detail: { ...(reason !== undefined && { reason }), durationMs } });
}
