/** Bodies and answers of `/api/v1/rooms/{room}/calls`. The same schemas check, type and document them. */
import { identity } from '@video-room/auth';
import { CALL_KINDS, type CallRecord, type CallState } from '@video-room/protocol';
import { z } from 'zod';

const STATES = [
  'ringing',
  'accepted',
  'declined',
  'cancelled',
  'missed',
  'busy',
  'answered-elsewhere',
  'failed',
  'ended',
] as const satisfies readonly CallState[];

export const callRequest = z
  .strictObject({
    caller: identity.describe('Whose device rings out. Must be in the room.'),
    callee: identity.describe('Who is rung, on all devices, also on one that comes later.'),
    video: z.boolean().default(true).describe('Whether the caller calls with a picture. Default true.'),
  })
  .refine(({ caller, callee }) => caller !== callee, { path: ['callee'], message: 'Nobody calls themselves' })
  .meta({ id: 'CallRequest', example: { caller: 'ada', callee: 'ben', video: true } });
export type CallRequestBody = z.output<typeof callRequest>;

export const callParameter = z.string().min(1).max(64).meta({ description: 'Id of the call.' });

const party = z.strictObject({
  identity,
  name: z.string(),
  participant: z.string().optional().describe('The presence that takes part.'),
});

const time = z.iso.datetime();

export const callResource = z
  .strictObject({
    id: z.string(),
    kind: z.enum(CALL_KINDS),
    state: z.enum(STATES).describe('All but `ringing` and `accepted` are final.'),
    caller: party,
    callee: party.optional(),
    video: z.boolean(),
    reason: z.string().optional().describe('What whoever declined or let in said.'),
    createdAt: time,
    ringsUntil: time.optional(),
    answeredAt: time.optional(),
    endedAt: time.optional(),
    endedBy: z.string().optional().describe('Identity of whoever ended it.'),
    endReason: z.enum(['hung-up', 'left', 'lost', 'removed', 'room-ended']).optional(),
  })
  .meta({
    example: {
      id: '01m7x2ffg30tpyaa68bav9w8mf',
      kind: 'ring',
      state: 'ringing',
      caller: { identity: 'ada', name: 'Ada', participant: '01m7x2ffg30tpyaa68bav9w8ma' },
      callee: { identity: 'ben', name: 'ben' },
      video: true,
      createdAt: '2030-01-31T17:00:00.000Z',
      ringsUntil: '2030-01-31T17:00:45.000Z',
    },
  });
export type CallResource = z.infer<typeof callResource>;

export function toCallResource(call: CallRecord): CallResource {
  const { id, kind, state, caller, callee, video, reason, endedBy, endReason } = call;
  return {
    id,
    kind,
    state,
    caller,
    ...(callee && { callee }),
    video,
    ...(reason !== undefined && { reason }),
    createdAt: isoOf(call.createdAt),
    ...(call.ringsUntil !== undefined && { ringsUntil: isoOf(call.ringsUntil) }),
    ...(call.answeredAt !== undefined && { answeredAt: isoOf(call.answeredAt) }),
    ...(call.endedAt !== undefined && { endedAt: isoOf(call.endedAt) }),
    ...(endedBy !== undefined && { endedBy }),
    ...(endReason && { endReason }),
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
