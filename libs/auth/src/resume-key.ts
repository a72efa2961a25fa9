/**
 * Resume keys: a signed note that a seat was somebody's. Signed with a key of their own and of another form, so that
 * neither can stand in for a room token, and self-contained, so that a server that lost its memory still gives back the
 * same seat. A key that is not good is nothing: its holder is seated anew.
 *
 * In the form of a JWT, so that logs mask it, but with one fixed header, and signed here: one is made at every connect,
 * where Web Crypto's way over another thread is felt (docs/performance.md).
 */
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { LIMITS, type CallRecord } from '@video-room/protocol';
import { z } from 'zod';
import { acceptedCall, CALLS_IN_KEY } from './accepted-call.js';
import type { ApiKeys } from './api-keys.js';

/** The seat a resume key gives back. */
export interface ResumableSeat {
  room: string;
  identity: string;
  participant: string;
  /** Milliseconds since 1970. */
  joinedAt: number;
  /** Whether it had been let in; left out: not known. */
  admitted?: boolean;
  /** Accepted calls it was in, oldest first. Of more than fit, the newest are kept; what was said is left out. */
  calls?: CallRecord[];
}

const HEADER = Buffer.from('{"alg":"HS256","typ":"video-room-resume+jwt"}').toString('base64url');

const note = z.object({
  room: z.string().max(LIMITS.roomNameLength),
  identity: z.string().max(LIMITS.identityLength),
  participant: z.string().regex(/^[0-9a-z]{26}$/),
  joinedAt: z.int().min(0),
  admitted: z.boolean().optional(),
  calls: z.array(acceptedCall).max(CALLS_IN_KEY).optional(),
  /** Milliseconds since 1970. */
  expiresAt: z.int(),
});

const signatureOf = (payload: string, key: KeyObject): Buffer =>
  createHmac('sha256', key).update(`${HEADER}.${payload}`).digest();

/**
 * Makes the resume key of a seat. Renewed with every `ready`.
 * @param expiresAt when its holder's token ends, in milliseconds since 1970: what it says holds no longer than that.
 */
export async function issueResumeKey(
  keys: ApiKeys,
  keyId: string,
  seat: ResumableSeat,
  expiresAt: number,
): Promise<string> {
  const signing = await keys.signing(keyId);
  if (!signing) throw new Error('a resume key was asked for with an unknown API key');
  const { room, identity, participant, joinedAt, admitted } = seat;
  const content: z.infer<typeof note> = { room, identity, participant, joinedAt, expiresAt };
  if (admitted !== undefined) content.admitted = admitted;
  let calls = (seat.calls ?? []).flatMap((call) => acceptedCall.safeParse(call).data ?? []).slice(-CALLS_IN_KEY);
  let key = sign(content, calls, signing.resume);
  while (key.length > LIMITS.tokenLength && calls.length > 0)
    key = sign(content, (calls = calls.slice(1)), signing.resume);
  return key;
}

function sign(content: z.infer<typeof note>, calls: readonly CallRecord[], key: KeyObject): string {
  const payload = Buffer.from(JSON.stringify(calls.length > 0 ? { ...content, calls } : content)).toString('base64url');
  return `${HEADER}.${payload}.${signatureOf(payload, key).toString('base64url')}`;
}

/** The seat that `resumeKey` gives back to the holder of a token for `room` and `identity`, or undefined. */
export async function readResumeKey(
  keys: ApiKeys,
  resumeKey: string,
  holder: { keyId: string; room: string; identity: string },
  now: () => number = Date.now,
): Promise<ResumableSeat | undefined> {
  const signing = await keys.signing(holder.keyId);
  const content = signing && contentOf(resumeKey, signing.resume);
  if (!content) return undefined;
  const { expiresAt, ...seat } = content;
  if (expiresAt <= now() || seat.room !== holder.room || seat.identity !== holder.identity) return undefined;
  return seat;
}

/** What the key says, if it was signed by us. Nothing unsigned is parsed. */
function contentOf(resumeKey: string, key: KeyObject): z.infer<typeof note> | undefined {
  const [header, payload = '', signature = '', ...more] = resumeKey.split('.');
  if (header !== HEADER || more.length > 0) return undefined;
  // As text: a signature could be written in many ways that decode to the same.
  const expected = Buffer.from(signatureOf(payload, key).toString('base64url'));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return note.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
}
