/** Body and answer of `POST /api/v1/tokens`. The same schemas check, type and document it. */
import { attributes, identity, metadata, PUBLISH_SOURCES, roomName, type VideoGrants } from '@video-room/auth';
import { LIMITS, ROOM_ACCESS, ROOM_KINDS } from '@video-room/protocol';
import { displayName } from '@video-room/protocol/schemas';
import { z } from 'zod';
import { embedHtml } from './embed-html.js';

/** What a role stands for, in grants. */
export const ROLES = {
  moderator: { roomAdmin: true },
  participant: {},
  viewer: { canPublish: false, canPublishData: false },
} as const satisfies Record<string, VideoGrants>;

const grants = z.strictObject({
  canPublish: z.boolean().optional().describe('May send camera, microphone and screen. Default true.'),
  canPublishSources: z
    .array(z.enum(PUBLISH_SOURCES))
    .max(PUBLISH_SOURCES.length)
    .optional()
    .describe('Only these sources. Default, or empty: all.'),
  canSubscribe: z.boolean().optional().describe('Receives the others. Default true.'),
  canPublishData: z.boolean().optional().describe('May send data messages. Default true.'),
  roomAdmin: z.boolean().optional().describe('Moderates the room. Default false.'),
  hidden: z.boolean().optional().describe('Not shown to others; in a mesh also linked with nobody. Default false.'),
});

const settings = z.strictObject({
  kind: z.enum(ROOM_KINDS).optional().describe('Default `meeting`.'),
  access: z.enum(ROOM_ACCESS).optional().describe('Who may walk in. Default `open`.'),
  capacity: z.int().min(1).max(LIMITS.roomCapacity).optional().describe("Most people. Default: the server's."),
  metadata: metadata.optional().describe('Free text about the room, given to everybody in it.'),
  showWatchers: z
    .boolean()
    .optional()
    .describe('Rooms of kind `broadcast`: whether those who may publish see who watches. Default false.'),
  timeline: z
    .boolean()
    .optional()
    .describe('Whether pages tell their logs, masked, for the timeline of the room. Default false.'),
  relayOnly: z
    .boolean()
    .optional()
    .describe(
      'Whether people reach each other over TURN servers alone, so that nobody learns addresses. Default false.',
    ),
  ownRelayOnly: z
    .boolean()
    .optional()
    .describe('About this person, not the room: the same for its connections alone. Default false.'),
  callsAddUp: z
    .boolean()
    .optional()
    .describe('About this person, not the room: in a call, further calls ring instead of being busy. Default false.'),
});

const origin = z
  .string()
  .max(LIMITS.originLength)
  .refine((text) => URL.parse(text)?.origin === text, 'Not an origin such as https://example.org');

export const tokenRequest = z
  .strictObject({
    room: roomName.describe('Name of the room. It comes into being when the first person joins.'),
    identity: identity.describe('The person, by your own id for it.'),
    name: displayName.optional().describe('What the person is called. Default: the identity.'),
    metadata: metadata.optional().describe('Free text about the person, given to everybody in the room.'),
    attributes: attributes.optional().describe('Facts about the person, given to everybody in the room.'),
    role: z
      .enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]])
      .optional()
      .describe('A usual set of grants. Default `participant`. Not together with `grants`.'),
    grants: grants.optional().describe('Single grants instead of a role.'),
    settings: settings.optional().describe('How to make the room if it does not exist yet.'),
    origins: z
      .array(origin)
      .min(1)
      .max(LIMITS.originCount)
      .optional()
      .describe('Pages the token may be used from. Default: all that the server allows.'),
    ttlSeconds: z
      .int()
      .min(60)
      .max(86_400)
      .default(21_600)
      .describe(
        'How long the token opens the room, in seconds. Whoever is in by then is out, unless the page renews it.',
      ),
  })
  .refine(({ role, grants: single }) => role === undefined || single === undefined, {
    path: ['grants'],
    message: 'Either role or grants, not both',
  })
  .meta({ id: 'TokenRequest', example: { room: 'demo', identity: 'ada', name: 'Ada' } });
export type TokenRequestBody = z.output<typeof tokenRequest>;

const EXAMPLE = { token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…', serverUrl: 'https://meet.example.org' };

export const tokenResponse = z
  .strictObject({
    token: z.string().describe('The room token. Whoever has it can join: hand it to that person only.'),
    expiresAt: z.iso.datetime().describe('When it stops opening the room.'),
    serverUrl: z.url().describe('What browsers reach this server by.'),
    html: z.string().describe('The tag, ready to paste.'),
  })
  .meta({
    example: {
      ...EXAMPLE,
      expiresAt: '2030-01-31T18:00:00.000Z',
      html: embedHtml(EXAMPLE.serverUrl, EXAMPLE.token),
    },
  });
export type TokenResponse = z.infer<typeof tokenResponse>;
