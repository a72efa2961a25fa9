/**
 * The one gate for room tokens. One algorithm, the key chosen by `iss` among our own, nothing in the header believed
 * (jose never fetches or imports a key that a header names). Whatever is wrong, the refusal is the same.
 */
import { ProtocolError } from '@video-room/protocol';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { ApiKeys } from './api-keys.js';
import { rightsOf, roomClaims, type RoomClaims, type RoomGrant } from './claims.js';

/** How far clocks may differ, in seconds, where a token begins. Its end is its end: what it opened ends then, too. */
export const CLOCK_LEEWAY_SECONDS = 10;
/** Longest time a token may still be valid for when it is shown, in seconds: a day. */
export const MAX_TOKEN_LIFE_SECONDS = 24 * 60 * 60;

export interface VerifyOptions {
  /** Seconds; default `MAX_TOKEN_LIFE_SECONDS`. */
  maxLifeSeconds?: number;
  /** Clock in milliseconds since 1970; default `Date.now`. */
  now?: () => number;
}

/** What the token grants. Throws `unauthorized`, always with the same message; the reason is the error's `cause`. */
export async function verifyToken(keys: ApiKeys, token: string, options: VerifyOptions = {}): Promise<RoomGrant> {
  try {
    return await verify(keys, token, options);
  } catch (cause) {
    throw tokenRefused(cause);
  }
}

/** The one refusal of tokens: it never says why. */
export const tokenRefused = (cause: unknown): ProtocolError =>
  new ProtocolError('unauthorized', 'The token is missing or not valid.', { cause });

/** What is wrong with a token whose signature is good: only its own time. Undefined: anything else. */
export function faultOfTime(refusal: unknown): 'expired' | 'not-yet-valid' | undefined {
  const cause = refusal instanceof ProtocolError ? refusal.cause : undefined;
  // jose looks at claims only once the signature is good.
  if (cause instanceof errors.JWTExpired) return 'expired';
  return cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'nbf' && cause.reason === 'check_failed'
    ? 'not-yet-valid'
    : undefined;
}

async function verify(
  keys: ApiKeys,
  token: string,
  { maxLifeSeconds = MAX_TOKEN_LIFE_SECONDS, now = Date.now }: VerifyOptions,
): Promise<RoomGrant> {
  if (!isCanonical(token)) throw new Error('not written as it was signed');
  const { iss: keyId } = decodeJwt(token);
  const signing = typeof keyId === 'string' ? await keys.signing(keyId) : undefined;
  if (!signing) throw new Error('unknown issuer');
  const { payload, protectedHeader } = await jwtVerify(token, signing.token, {
    algorithms: ['HS256'],
    clockTolerance: CLOCK_LEEWAY_SECONDS,
    currentDate: new Date(now()),
    requiredClaims: ['exp', 'sub'],
  });
  const { typ } = protectedHeader;
  if (typ !== undefined && typ.toUpperCase() !== 'JWT') throw new Error('a token of another type');
  if ((payload.exp ?? 0) * 1000 <= now()) {
    throw new errors.JWTExpired('"exp" claim timestamp check failed', payload, 'exp', 'check_failed');
  }
  const claims = roomClaims.parse(payload);
  if (claims.exp - now() / 1000 > maxLifeSeconds + CLOCK_LEEWAY_SECONDS) throw new Error('expires too late');
  return toGrant(signing.id, claims);
}

/**
 * Whether the token is three parts of plain base64url. Decoders overlook padding, blanks and spare bits, so that one
 * signature could be written in many ways.
 */
export function isCanonical(token: string): boolean {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function toGrant(keyId: string, claims: RoomClaims): RoomGrant {
  const { sub, name, metadata, attributes, video, videoRoom = {}, exp, iat, nbf } = claims;
  const { origins, ...settings } = videoRoom;
  const issuedSeconds = iat ?? nbf;
  return {
    keyId,
    room: video.room,
    identity: sub,
    ...(name !== undefined && { name }),
    metadata: metadata ?? '',
    attributes: attributes ?? {},
    rights: rightsOf(video),
    hidden: video.hidden === true,
    settings,
    expiresAt: Math.floor(exp * 1000),
    ...(issuedSeconds !== undefined && { issuedAt: Math.round(issuedSeconds * 1000) }),
    ...(origins && { origins }),
  };
}
