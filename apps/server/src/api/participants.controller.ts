import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Rooms } from '@video-room/rooms';
import type { RoomStore } from '@video-room/state';
import { ROOM_STORE } from '../core.module.js';
import { jsonSchema } from './api-docs.js';
import { KNOCK_ANSWERS, type KnockAnswers } from './knock-answers.js';
import {
  answerBody,
  answerMessage,
  participantChange,
  participantList,
  participantParameter,
  participantResource,
  toParticipantResource,
  type AnswerBody,
  type ParticipantChangeBody,
  type ParticipantList,
  type ParticipantResource,
} from './participant-resource.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import { messageQuery, roomParameter, type MessageQuery } from './room-resource.js';

const ANSWER_BODY = { required: false, schema: jsonSchema(answerMessage, 'input') };

@RestResource('Participants', 'api/v1/rooms/:room/participants')
export class ParticipantsController {
  readonly #rooms: Rooms;
  readonly #store: RoomStore;
  readonly #knocks: KnockAnswers;

  constructor(rooms: Rooms, @Inject(ROOM_STORE) store: RoomStore, @Inject(KNOCK_ANSWERS) knocks: KnockAnswers) {
    this.#rooms = rooms;
    this.#store = store;
    this.#knocks = knocks;
  }

  @Get()
  @ApiOperation({ summary: 'Who is in a room', description: 'Everybody, those who wait or hide included.' })
  @ApiResponse({
    status: 200,
    description: 'All of them.',
    content: { 'application/json': { schema: jsonSchema(participantList) } },
  })
  @ApiProblems('not-found')
  async list(@Param('room', { schema: roomParameter }) room: string): Promise<ParticipantList> {
    if (!(await this.#rooms.room(room))) throw new Refused('not-found');
    return { participants: (await this.#store.seats(room)).map(toParticipantResource) };
  }

  @Patch(':id')
  @ApiOperation({
    summary: "Change somebody's name or rights",
    description: 'Holds while the person is in the room, over reloads too; its token stays as it is.',
  })
  @ApiResponse({
    status: 200,
    description: 'The person as it is now.',
    content: { 'application/json': { schema: jsonSchema(participantResource) } },
  })
  @ApiProblems('malformed-json', 'not-found', 'payload-too-large')
  async change(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Body({ schema: participantChange }) body: ParticipantChangeBody,
  ): Promise<ParticipantResource> {
    const seat = await this.#rooms.changeParticipant(room, id, body);
    if (!seat) throw new Refused('not-found');
    return toParticipantResource(seat);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove somebody',
    description: 'On all its devices. Tokens for this room and person that were made until now open it no more.',
  })
  @ApiQuery({ name: 'message', required: false, description: 'Words for the person.', type: String })
  @ApiResponse({ status: 204, description: 'Removed.' })
  @ApiProblems('not-found')
  async remove(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Query({ schema: messageQuery }) { message }: MessageQuery,
  ): Promise<void> {
    if (!(await this.#rooms.removeParticipant(room, id, message || undefined))) throw new Refused('not-found');
  }

  @Post(':id/admit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let somebody in who waits' })
  @ApiBody(ANSWER_BODY)
  @ApiResponse({ status: 204, description: 'Let in.' })
  @ApiProblems('malformed-json', 'not-found', 'room-full')
  async admit(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Body({ schema: answerBody }) { message }: AnswerBody,
  ): Promise<void> {
    await this.#checkWaits(room, id);
    await this.#knocks.admit(room, id, message || undefined);
  }

  @Post(':id/decline')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turn somebody away who waits', description: 'It may ask again after 30 seconds.' })
  @ApiBody(ANSWER_BODY)
  @ApiResponse({ status: 204, description: 'Turned away.' })
  @ApiProblems('malformed-json', 'not-found')
  async decline(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Body({ schema: answerBody }) { message }: AnswerBody,
  ): Promise<void> {
    await this.#checkWaits(room, id);
    await this.#knocks.decline(room, id, message || undefined);
  }

  async #checkWaits(room: string, id: string): Promise<void> {
    const seat = await this.#store.getSeat(room, id);
    if (!seat || seat.admitted) throw new Refused('not-found');
  }
}
