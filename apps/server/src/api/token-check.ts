/** Body and answer of `POST /api/v1/token-checks`. The same schemas check, type and document it. */
import { roomName } from '@video-room/auth';
import { LIMITS, ROOM_ACCESS } from '@video-room/protocol';
import { z } from 'zod';

export const tokenCheckRequest = z
  .strictObject({
    token: z.string().max(LIMITS.tokenLength).describe('The room token.'),
    room: roomName.optional().describe('The room it is thought to be for. Default: whichever it is for.'),
  })
  .meta({ id: 'TokenCheckRequest', example: { token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…', room: 'demo' } });
export type TokenCheckRequest = z.output<typeof tokenCheckRequest>;

export const tokenCheck = z
  .strictObject({
    result: z
      .enum([
        'accepted',
        'expired',
        'not-yet-valid',
        'other-room',
        'other-origin',
        'origin-not-allowed',
        'removed',
        'refused',
      ])
      .describe('Said exactly only to whoever has a token that this server’s key has signed; else `refused`.'),
    access: z
      .enum(ROOM_ACCESS)
      .optional()
      .describe('If accepted: `open` walks in, `knock` would wait to be let in, `closed` would not come in now.'),
    iceServers: z
      .array(
        z.strictObject({
          urls: z.array(z.string()),
          username: z.string().optional(),
          credential: z.string().optional(),
        }),
      )
      .describe('If it walks in: what it would get, with credentials for at most ten minutes.'),
  })
  .meta({ example: { result: 'accepted', access: 'open', iceServers: [{ urls: ['stun:stun.example.org:3478'] }] } });
export type TokenCheck = z.infer<typeof tokenCheck>;
