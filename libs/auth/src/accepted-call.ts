/**
 * An accepted call as a resume key carries it: enough for a server that lost its memory to go on with the call, and no
 * more, because the key goes over the wire with every `ready`.
 */
import { CALL_KINDS, LIMITS, type CallRecord } from '@video-room/protocol';
import { z } from 'zod';

/** Most calls in one key. */
export const CALLS_IN_KEY = 4;

const id = z.string().min(1).max(64);

const party = z.object({
  identity: z.string().max(LIMITS.identityLength),
  name: z.string().max(LIMITS.nameLength),
  participant: id.optional(),
});

/** Fields that are not here, such as the words of whoever accepted, are left out. */
export const acceptedCall = z.object({
  id,
  kind: z.enum(CALL_KINDS),
  state: z.literal('accepted'),
  caller: party,
  callee: party.optional(),
  talk: id.optional(),
  video: z.boolean(),
  createdAt: z.int().min(0),
  answeredAt: z.int().min(0).optional(),
}) satisfies z.ZodType<CallRecord>;
