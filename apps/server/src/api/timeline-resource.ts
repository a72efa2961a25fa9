/** Queries and answers of timelines. The same schemas check, type and document them. */
import type { TimelineRecord } from '@video-room/protocol';
import { participantId, signalCause } from '@video-room/protocol/schemas';
import type { TimelineCursor, TimelinePage } from '@video-room/timeline';
import { z } from 'zod';

/** A cursor is the time and the name of the page's last line; written so that nobody takes it for something else. */
const cursor = z
  .string()
  .max(128)
  .transform((text) => Buffer.from(text, 'base64url').toString())
  .pipe(z.string().regex(/^-?\d{1,16} \d{1,15}\.\d{1,4}$/, 'Not a cursor of this resource'))
  .transform((text): TimelineCursor => {
    const [at, id = ''] = text.split(' ');
    return { at: Number(at), id };
  });

const toCursor = ({ at, id }: TimelineCursor): string => Buffer.from(`${at} ${id}`).toString('base64url');

export const MOST_LINES = 1_000;

const paging = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, `Not a whole number from 1 to ${MOST_LINES}`)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_LINES))
    .default(MOST_LINES),
  cursor: cursor.optional(),
};

export const callTimelineQuery = z.strictObject(paging);
export type CallTimelineQuery = z.output<typeof callTimelineQuery>;

export const timelineQuery = z.strictObject({
  ...paging,
  participant: participantId.optional(),
  link: z.string().min(1).max(64).optional(),
  cause: signalCause.optional(),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

const timelineEntry = z.strictObject({
  at: z.iso.datetime().describe("By the server's clock; of pages as far as their clocks are known."),
  from: z.string().describe('Who says so: the id of a participant, or `server`.'),
  level: z.string(),
  category: z.string(),
  text: z.string().describe('A few fixed words.'),
  person: z.string().optional().describe('Whom it is about. Of the server: the one it happened to, or who did it.'),
  peer: z.string().optional().describe('Who is at the other end of the link.'),
  link: z.string().optional(),
  cause: z.string().optional().describe('The signal it is about, as `link:seq`, the same at both ends.'),
  detail: z.record(z.string(), z.unknown()).optional().describe('Particulars, masked.'),
});

export const timelinePage = z
  .strictObject({
    entries: z.array(timelineEntry),
    dropped: z.int().describe('Lines that are missing: a page could not send them, or they had to make room.'),
    nextCursor: z.string().optional().describe('Gives the next page; absent on the last one.'),
  })
  .meta({
    example: {
      entries: [
        {
          at: '2029-12-01T09:00:00.120Z',
          from: 'server',
          level: 'debug',
          category: 'signal',
          text: 'signal relayed',
          person: '01m7x2ffg30tpyaa68bav9w8mf',
          peer: '01m7x2ffg30tpyaa68bav9w8ma',
          link: 'Zk3n0aQ5rT2wXy7bZk3n0a',
          cause: 'Zk3n0aQ5rT2wXy7bZk3n0a:1',
          detail: { kind: 'offer' },
        },
      ],
      dropped: 0,
    },
  });
export type TimelinePageResource = z.infer<typeof timelinePage>;

export function toTimelinePage({ records, next }: TimelinePage, dropped: number): TimelinePageResource {
  return { entries: records.map(toEntry), dropped, ...(next && { nextCursor: toCursor(next) }) };
}

const toEntry = ({ at, from, level, category, text, ...more }: TimelineRecord) => ({
  at: new Date(at).toISOString(),
  from,
  level,
  category,
  text,
  ...more,
});
