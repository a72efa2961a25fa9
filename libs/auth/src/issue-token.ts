import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SigningKeys } from './api-keys.js';
import type { RoomSettings, VideoGrants } from './claims.js';

/** What a new token should say. Not checked here: whoever takes it from strangers does. */
export interface TokenRequest {
  room: string;
  identity: string;
  name?: string;
  metadata?: string;
  attributes?: Record<string, string>;
  grants?: VideoGrants;
  settings?: RoomSettings;
  origins?: string[];
  /** Seconds from now on. */
  ttlSeconds: number;
}

export interface IssuedToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Makes a room token. */
export async function issueToken(
  keys: SigningKeys,
  request: TokenRequest,
  now: () => number = Date.now,
): Promise<IssuedToken> {
  const issuedAt = Math.floor(now() / 1000);
  const expiry = issuedAt + request.ttlSeconds;
  const { name, metadata, attributes, settings, origins } = request;
  const own = { ...settings, ...(origins && { origins }) };
  const token = await new SignJWT({
    ...(name !== undefined && { name }),
    ...(metadata !== undefined && { metadata }),
    ...(attributes && { attributes }),
    video: { ...request.grants, room: request.room, roomJoin: true },
    ...(Object.keys(own).length > 0 && { videoRoom: own }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(keys.id)
    .setSubject(request.identity)
    .setJti(randomUUID())
    // With its fraction: a new token must be told from those made before a removal in the same second.
    .setIssuedAt(now() / 1000)
    .setNotBefore(issuedAt)
    .setExpirationTime(expiry)
    .sign(keys.token);
  return { token, expiresAt: expiry * 1000 };
}
