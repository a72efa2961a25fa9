import { Body, Delete, Get, Headers, HttpCode, Inject, Param, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Rooms } from '@video-room/rooms';
import type { RoomStore, StoredRoom } from '@video-room/state';
import type { Response } from 'express';
import { ROOM_STORE } from '../core.module.js';
import { jsonSchema } from './api-docs.js';
import { etagOf, isAsExpected } from './etag.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import {
  messageQuery,
  roomChange,
  roomParameter,
  roomResource,
  roomsPage,
  roomsQuery,
  toCursor,
  toRoomChange,
  toRoomResource,
  type MessageQuery,
  type RoomChangeBody,
  type RoomResource,
  type RoomsPage,
  type RoomsQuery,
} from './room-resource.js';

const roomContent = { 'application/json': { schema: jsonSchema(roomResource) } };
const etagHeader = {
  ETag: { description: 'The state of the room, for If-Match.', schema: { type: 'string' as const } },
};

@RestResource('Rooms', 'api/v1/rooms')
export class RoomsController {
  readonly #rooms: Rooms;
  readonly #store: RoomStore;

  constructor(rooms: Rooms, @Inject(ROOM_STORE) store: RoomStore) {
    this.#rooms = rooms;
    this.#store = store;
  }

  @Get()
  @ApiOperation({ summary: 'List rooms', description: 'By name, page by page.' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 100 } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.', type: String })
  @ApiResponse({
    status: 200,
    description: 'A page.',
    content: { 'application/json': { schema: jsonSchema(roomsPage) } },
  })
  @ApiProblems()
  async list(@Query({ schema: roomsQuery }) { limit, cursor }: RoomsQuery): Promise<RoomsPage> {
    const found = await this.#store.listRooms(limit + 1, cursor);
    const rooms = found.slice(0, limit).map(toRoomResource);
    const last = rooms.at(-1);
    return { rooms, ...(found.length > limit && last && { nextCursor: toCursor(last.name) }) };
  }

  @Put(':room')
  @ApiOperation({
    summary: 'Make or change a room',
    description: 'Fields left out stay as they are, or get their defaults in a new room. It stays from then on.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'Change it only if this is still its ETag; `*`: any.' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: '`*`: make it only if there is none.' })
  @ApiResponse({ status: 200, description: 'Changed.', headers: etagHeader, content: roomContent })
  @ApiResponse({ status: 201, description: 'Made.', headers: etagHeader, content: roomContent })
  @ApiProblems('malformed-json', 'room-occupied', 'precondition-failed', 'payload-too-large')
  async put(
    @Param('room', { schema: roomParameter }) name: string,
    @Body({ schema: roomChange }) body: RoomChangeBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoomResource> {
    const { outcome, room } = await this.#rooms.changeRoom(name, toRoomChange(body), (current) =>
      isAsExpected({ ifMatch, ifNoneMatch }, current),
    );
    if (!room) throw new Refused(outcome === 'stale' ? 'precondition-failed' : 'room-occupied');
    response.status(outcome === 'created' ? 201 : 200);
    return answer(response, room);
  }

  @Get(':room')
  @ApiOperation({ summary: 'One room' })
  @ApiResponse({ status: 200, description: 'The room.', headers: etagHeader, content: roomContent })
  @ApiProblems('not-found')
  async get(
    @Param('room', { schema: roomParameter }) name: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoomResource> {
    const room = await this.#rooms.room(name);
    if (!room) throw new Refused('not-found');
    return answer(response, room);
  }

  @Delete(':room')
  @HttpCode(204)
  @ApiOperation({
    summary: 'End a room for all',
    description: 'Their pages are told, with the message if there is one.',
  })
  @ApiQuery({ name: 'message', required: false, description: 'Words for those who are inside.', type: String })
  @ApiResponse({ status: 204, description: 'Ended.' })
  @ApiProblems('not-found')
  async end(
    @Param('room', { schema: roomParameter }) name: string,
    @Query({ schema: messageQuery }) { message }: MessageQuery,
  ): Promise<void> {
    if (!(await this.#rooms.endRoom(name, message || undefined))) throw new Refused('not-found');
  }
}

function answer(response: Response, room: StoredRoom): RoomResource {
  response.setHeader('ETag', etagOf(room));
  return toRoomResource(room);
}
