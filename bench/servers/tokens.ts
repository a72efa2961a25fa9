/** Room tokens made beforehand, as a site's own backend would make them. */
import { SignJWT } from 'jose';

export const API_KEY = { id: 'bench', secret: 'a-bench-secret-that-is-long-enough-to-be-accepted' };

const key = new TextEncoder().encode(API_KEY.secret);

/** @param videoRoom what the room is. @param grants what the person may do in it. */
export const roomToken = (
  room: string,
  identity: string,
  videoRoom: object = {},
  grants: object = {},
): Promise<string> =>
  new SignJWT({ name: identity, video: { room, roomJoin: true, ...grants }, videoRoom })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(API_KEY.id)
    .setSubject(identity)
    .setExpirationTime('2h')
    .sign(key);

/** Tokens for so many people, `perRoom` in each room, whose names begin with `prefix`. */
export const roomTokens = (prefix: string, count: number, perRoom: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      roomToken(`${prefix}-${Math.floor(index / perRoom)}`, `${prefix}-person-${index}`),
    ),
  );
