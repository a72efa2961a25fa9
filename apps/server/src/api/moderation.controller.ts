import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Rooms } from '@video-room/rooms';
import { participantParameter } from './participant-resource.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import { roomParameter } from './room-resource.js';
import { sourceBody, type SourceBody } from './talk-resource.js';

@RestResource('Moderation', 'api/v1/rooms/:room')
export class ModerationController {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  @Post('participants/:id/mute')
  @HttpCode(204)
  @ApiOperation({
    summary: "Switch somebody's source off",
    description: 'The person may switch it on again, unless you take the right to publish it away.',
  })
  @ApiResponse({ status: 204, description: 'It is off.' })
  @ApiProblems('malformed-json', 'not-found', 'payload-too-large')
  async mute(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Body({ schema: sourceBody }) { source }: SourceBody,
  ): Promise<void> {
    found(await this.#rooms.chair.mute(room, id, source));
  }

  @Post('participants/:id/ask-to-unmute')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask somebody to switch a source on' })
  @ApiResponse({ status: 204, description: 'Asked, if the person is connected right now.' })
  @ApiProblems('malformed-json', 'not-allowed', 'not-found', 'payload-too-large')
  async askToUnmute(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
    @Body({ schema: sourceBody }) { source }: SourceBody,
  ): Promise<void> {
    found(await this.#rooms.chair.askToUnmute(room, id, source));
  }

  @Post('participants/:id/lower-hand')
  @HttpCode(204)
  @ApiOperation({ summary: "Lower somebody's hand" })
  @ApiResponse({ status: 204, description: 'It is down.' })
  @ApiProblems('not-found')
  async lowerHand(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: participantParameter }) id: string,
  ): Promise<void> {
    found(await this.#rooms.chair.lowerHand(room, id));
  }

  @Post('mute')
  @HttpCode(204)
  @ApiOperation({ summary: "Switch everybody's source off" })
  @ApiResponse({ status: 204, description: 'It is off for all.' })
  @ApiProblems('malformed-json', 'not-found', 'payload-too-large')
  async muteAll(
    @Param('room', { schema: roomParameter }) room: string,
    @Body({ schema: sourceBody }) { source }: SourceBody,
  ): Promise<void> {
    found((await this.#rooms.room(room)) !== undefined);
    await this.#rooms.chair.muteAll(room, source);
  }
}

function found(isThere: boolean): void {
  if (!isThere) throw new Refused('not-found');
}
