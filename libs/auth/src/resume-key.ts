/**
 * Resume keys: a signed note that a seat was somebody's. Signed with a key of their own and of a type of their own, so
 * that neither can stand in for a room token, and self-contained, so that a server that lost its memory still gives
 * back the same seat. A key that is not good is nothing: its holder is seated anew.
 */
import { LIMITS } from '@video-room/protocol';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ApiKeys } from './api-keys.js';

/** The seat a resume key gives back. */
export interface ResumableSeat {
  room: string;
  identity: string;
  participant: string;
  /** Milliseconds since 1970. */
  joinedAt: number;
}

const TYPE = 'video-room-resume+jwt';
const LIFE_SECONDS = 24 * 60 * 60;

const claims = z.object({
  sub: z.string().max(LIMITS.identityLength),
  room: z.string().max(LIMITS.roomNameLength),
  participant: z.string().regex(/^[0-9a-z]{26}$/),
  joinedAt: z.int().min(0),
});

/** Makes the resume key of a seat. Valid for a day and renewed with every `ready`. */
export async function issueResumeKey(
  keys: ApiKeys,
  keyId: string,
  seat: ResumableSeat,
  now: () => number = Date.now,
): Promise<string> {
  const signing = await keys.signing(keyId);
  if (!signing) throw new Error('a resume key was asked for with an unknown API key');
  return new SignJWT({ room: seat.room, participant: seat.participant, joinedAt: seat.joinedAt })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(seat.identity)
    .setExpirationTime(Math.floor(now() / 1000) + LIFE_SECONDS)
    .sign(signing.resume);
}

/** The seat that `resumeKey` gives back to the holder of a token for `room` and `identity`, or undefined. */
export async function readResumeKey(
  keys: ApiKeys,
  resumeKey: string,
  holder: { keyId: string; room: string; identity: string },
  now: () => number = Date.now,
): Promise<ResumableSeat | undefined> {
  const signing = await keys.signing(holder.keyId);
  if (!signing) return undefined;
  try {
    const { payload } = await jwtVerify(resumeKey, signing.resume, {
      algorithms: ['HS256'],
      typ: TYPE,
      subject: holder.identity,
      requiredClaims: ['exp'],
      currentDate: new Date(now()),
    });
    const { sub, room, participant, joinedAt } = claims.parse(payload);
    return room === holder.room ? { room, identity: sub, participant, joinedAt } : undefined;
  } catch {
    return undefined;
  }
}
