/** Names the state of a room for requests that must not overwrite what they have not seen (RFC 9110 section 13). */
import type { StoredRoom } from '@video-room/state';

/** Of the room itself, not of who is in it. A room that was deleted and made again has another. */
export const etagOf = ({ record, revision }: StoredRoom): string => `"${record.createdAt.toString(36)}-${revision}"`;

export interface Conditions {
  ifMatch: string | undefined;
  ifNoneMatch: string | undefined;
}

/** Whether the room, undefined if there is none, is as the request's headers expect. */
export function isAsExpected({ ifMatch, ifNoneMatch }: Conditions, room: StoredRoom | undefined): boolean {
  const etag = room && etagOf(room);
  if (ifMatch !== undefined && !names(ifMatch, etag)) return false;
  return ifNoneMatch === undefined || !names(ifNoneMatch.replace(/\bW\//g, ''), etag);
}

/** Whether a list of ETags, or `*` for any, has this one. Weak ones are equal to none. */
const names = (list: string, etag: string | undefined): boolean =>
  etag !== undefined && (list.trim() === '*' || list.split(',').some((entry) => entry.trim() === etag));
