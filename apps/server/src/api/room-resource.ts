/** Bodies, queries and answers of `/api/v1/rooms`. The same schemas check, type and document them. */
import { metadata, roomName } from '@video-room/auth';
import { LIMITS, ROOM_ACCESS, ROOM_KINDS } from '@video-room/protocol';
import { reason } from '@video-room/protocol/schemas';
import type { RoomChange } from '@video-room/rooms';
import type { StoredRoom } from '@video-room/state';
import { z } from 'zod';

const kind = z.enum(ROOM_KINDS).describe('Who is linked with whom. Cannot change while people are inside.');
const access = z
  .enum(ROOM_ACCESS)
  .describe('Who may walk in: all with a token, those who are let in, or nobody new. Default `open`.');
const capacity = z.int().min(1).max(LIMITS.roomCapacity).describe("Most people. Default: the server's.");
const about = metadata.describe('Free text about the room, given to everybody in it.');
const showWatchers = z
  .boolean()
  .describe('Kind `broadcast`: whether those who may publish see who watches, not only how many. Default false.');
const timeline = z
  .boolean()
  .describe(
    'Whether pages tell their logs, masked, and both ends of each connection can be read at `/timeline`. Default false.',
  );
const relayOnly = z
  .boolean()
  .describe('Whether people reach each other over TURN servers alone, so that nobody learns addresses. Default false.');

const EXAMPLE = { kind: 'broadcast', access: 'knock', capacity: 50, metadata: '{"topic":"Release"}' } as const;

export const roomParameter = roomName.meta({ description: 'Name of the room.', example: 'weekly' });

export const roomChange = z
  .strictObject({
    kind: kind.optional(),
    access: access.optional(),
    capacity: capacity.optional(),
    metadata: about.optional(),
    showWatchers: showWatchers.optional(),
    timeline: timeline.optional(),
    relayOnly: relayOnly.optional(),
    endsAt: z.iso
      .datetime({ offset: true })
      .refine((text) => Date.parse(text) > Date.now(), 'Not in the future')
      .nullable()
      .optional()
      .describe('When the room ends for all; null: never by the clock.'),
  })
  .meta({ id: 'RoomChange', example: { ...EXAMPLE, endsAt: '2030-01-31T18:00:00Z' } });
export type RoomChangeBody = z.output<typeof roomChange>;

export const toRoomChange = ({ endsAt, ...change }: RoomChangeBody): RoomChange => ({
  ...change,
  ...(endsAt !== undefined && { endsAt: endsAt === null ? null : Date.parse(endsAt) }),
});

const ROOM_EXAMPLE = {
  name: 'weekly',
  ...EXAMPLE,
  showWatchers: false,
  timeline: false,
  relayOnly: false,
  createdAt: '2029-12-01T09:00:00.000Z',
  endsAt: '2030-01-31T18:00:00.000Z',
  lasting: true,
};

export const roomResource = z
  .strictObject({
    name: roomName,
    kind,
    access,
    capacity,
    metadata: about,
    showWatchers,
    timeline,
    relayOnly,
    createdAt: z.iso.datetime(),
    endsAt: z.iso.datetime().optional(),
    lasting: z.boolean().describe('Stays until it is deleted or ends. Otherwise it goes after the last person left.'),
  })
  .meta({ example: ROOM_EXAMPLE });
export type RoomResource = z.infer<typeof roomResource>;

export function toRoomResource({ record, lasting }: StoredRoom): RoomResource {
  const { createdAt, endsAt, name, kind, access, capacity, metadata, showWatchers } = record;
  const { timeline = false, relayOnly = false } = record;
  return {
    name,
    kind,
    access,
    capacity,
    metadata,
    showWatchers,
    timeline,
    relayOnly,
    createdAt: new Date(createdAt).toISOString(),
    ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }),
    lasting,
  };
}

/** A cursor is the name of the page's last room; written so that nobody takes it for one. */
const cursor = z
  .string()
  .max(LIMITS.roomNameLength * 8)
  .transform((text) => Buffer.from(text, 'base64url').toString())
  .pipe(roomName);
export const toCursor = (name: string): string => Buffer.from(name).toString('base64url');

const MOST_ROOMS = 100;

export const roomsQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, `Not a whole number from 1 to ${MOST_ROOMS}`)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_ROOMS))
    .default(MOST_ROOMS),
  cursor: cursor.optional(),
});
export type RoomsQuery = z.output<typeof roomsQuery>;

export const roomsPage = z
  .strictObject({
    rooms: z.array(roomResource),
    nextCursor: z.string().optional().describe('Gives the next page; absent on the last one.'),
  })
  .meta({ example: { rooms: [ROOM_EXAMPLE], nextCursor: toCursor(ROOM_EXAMPLE.name) } });
export type RoomsPage = z.infer<typeof roomsPage>;

/** Words for those whom it concerns, in the query because a DELETE has no body. */
export const messageQuery = z.strictObject({ message: reason.optional() });
export type MessageQuery = z.output<typeof messageQuery>;
