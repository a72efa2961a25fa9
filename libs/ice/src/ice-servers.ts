/**
 * TURN credentials are time-limited and made on the spot (coturn's `use-auth-secret`): the user name is an expiry and
 * the participant's id, the password an HMAC of it. So no list of users is kept, a leaked credential dies by itself,
 * and the relay's quota counts per participant.
 */
import { createHmac } from 'node:crypto';
import type { IceServer, ParticipantId } from '@video-room/protocol';

export interface IceSettings {
  stunUrls: readonly string[];
  turnUrls: readonly string[];
  /** Shared with the TURN server; needed if there are TURN URLs. */
  turnSecret?: string;
  /** How long a credential is valid, in seconds. */
  turnTtlSeconds: number;
}

/** The servers for one participant, with fresh credentials. Empty if none are configured. */
export function iceServersFor(
  participant: ParticipantId,
  settings: IceSettings,
  now: () => number = Date.now,
): IceServer[] {
  const servers: IceServer[] = [];
  if (settings.stunUrls.length > 0) servers.push({ urls: [...settings.stunUrls] });
  if (settings.turnUrls.length > 0 && settings.turnSecret) {
    const username = `${Math.floor(now() / 1000) + settings.turnTtlSeconds}:${participant}`;
    const credential = createHmac('sha1', settings.turnSecret).update(username).digest('base64');
    servers.push({ urls: [...settings.turnUrls], username, credential });
  }
  return servers;
}
