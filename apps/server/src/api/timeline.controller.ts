import { Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Calls } from '@video-room/calls';
import { Rooms } from '@video-room/rooms';
import { endsOf, ofCall, ofCause, ofLink, ofParticipant, pageOf, Timeline, type Selection } from '@video-room/timeline';
import { jsonSchema } from './api-docs.js';
import { callParameter } from './call-resource.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import { roomParameter } from './room-resource.js';
import {
  callTimelineQuery,
  MOST_LINES,
  timelinePage,
  timelineQuery,
  toTimelinePage,
  type CallTimelineQuery,
  type TimelinePageResource,
  type TimelineQuery,
} from './timeline-resource.js';

const PAGE = {
  status: 200,
  description: 'A page, oldest first.',
  content: { 'application/json': { schema: jsonSchema(timelinePage) } },
};
const LIMIT = {
  name: 'limit',
  required: false,
  schema: { type: 'integer' as const, minimum: 1, maximum: MOST_LINES, default: MOST_LINES },
};
const CURSOR = { name: 'cursor', required: false, description: '`nextCursor` of the page before.', type: String };

@RestResource('Timelines', 'api/v1/rooms/:room')
export class TimelineController {
  readonly #timeline: Timeline;
  readonly #rooms: Rooms;
  readonly #calls: Calls;

  constructor(timeline: Timeline, rooms: Rooms, calls: Calls) {
    this.#timeline = timeline;
    this.#rooms = rooms;
    this.#calls = calls;
  }

  @Get('timeline')
  @ApiOperation({
    summary: 'What happened to the connections of a room',
    description:
      'What pages and the server say, in one order. Only of rooms with `timeline`, until an hour after their end.',
  })
  @ApiQuery({ name: 'participant', required: false, description: 'What it says and what is said of it.', type: String })
  @ApiQuery({ name: 'link', required: false, description: 'What is said of this link, by both ends.', type: String })
  @ApiQuery({ name: 'cause', required: false, description: 'What is said of this signal, `link:seq`.', type: String })
  @ApiQuery(LIMIT)
  @ApiQuery(CURSOR)
  @ApiResponse(PAGE)
  @ApiProblems('not-found')
  ofRoom(
    @Param('room', { schema: roomParameter }) room: string,
    @Query({ schema: timelineQuery }) { participant, link, cause, ...paging }: TimelineQuery,
  ): Promise<TimelinePageResource> {
    return this.#page(room, paging, (records) => {
      const linked = link === undefined ? undefined : ofLink(link, endsOf(link, records));
      const said = participant === undefined ? undefined : ofParticipant(participant);
      const caused = cause === undefined ? undefined : ofCause(cause);
      return (record) => [linked, said, caused].every((selects) => selects?.(record) ?? true);
    });
  }

  @Get('calls/:id/timeline')
  @ApiOperation({
    summary: 'What happened to the connection of a call',
    description: 'What its participants and the server say while it rang and went on, and some seconds around it.',
  })
  @ApiQuery(LIMIT)
  @ApiQuery(CURSOR)
  @ApiResponse(PAGE)
  @ApiProblems('not-found')
  async ofCall(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: callParameter }) id: string,
    @Query({ schema: callTimelineQuery }) paging: CallTimelineQuery,
  ): Promise<TimelinePageResource> {
    const call = await this.#calls.get(room, id);
    if (!call) throw new Refused('not-found');
    return this.#page(room, paging, () => ofCall(call));
  }

  async #page(
    room: string,
    { limit, cursor }: CallTimelineQuery,
    select: (records: Parameters<typeof endsOf>[1]) => Selection,
  ): Promise<TimelinePageResource> {
    const timeline = await this.#timeline.read(room);
    if (!timeline && !(await this.#rooms.room(room))?.record.timeline) throw new Refused('not-found');
    const { records: all = [], dropped = 0 } = timeline ?? {};
    const selects = select(all.map(({ record }) => record));
    const chosen = all.filter(({ record }) => selects(record));
    return toTimelinePage(pageOf(chosen, limit, cursor), dropped);
  }
}
