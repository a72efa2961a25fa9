import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Chat } from '@video-room/chat';
import { Rooms } from '@video-room/rooms';
import { jsonSchema } from './api-docs.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import { roomParameter } from './room-resource.js';
import {
  dataRequest,
  messageList,
  messageRequest,
  messageResource,
  toMessageResource,
  type DataRequestBody,
  type MessageList,
  type MessageRequestBody,
  type MessageResource,
} from './talk-resource.js';

@RestResource('Messages', 'api/v1/rooms/:room')
export class MessagesController {
  readonly #chat: Chat;
  readonly #rooms: Rooms;

  constructor(chat: Chat, rooms: Rooms) {
    this.#chat = chat;
    this.#rooms = rooms;
  }

  @Get('messages')
  @ApiOperation({
    summary: 'What was written in a room',
    description: 'To everybody: what was said in a call or to one person alone is not among it.',
  })
  @ApiResponse({
    status: 200,
    description: 'The last of them.',
    content: { 'application/json': { schema: jsonSchema(messageList) } },
  })
  @ApiProblems('not-found')
  async list(@Param('room', { schema: roomParameter }) room: string): Promise<MessageList> {
    await this.#checkRoom(room);
    return { messages: (await this.#chat.messages(room)).map(toMessageResource) };
  }

  @Post('messages')
  @HttpCode(201)
  @ApiOperation({ summary: 'Write into the chat of a room', description: 'To everybody who is in, or to one of them.' })
  @ApiResponse({
    status: 201,
    description: 'The message, as all get it.',
    content: { 'application/json': { schema: jsonSchema(messageResource) } },
  })
  @ApiProblems('malformed-json', 'not-found', 'payload-too-large')
  async write(
    @Param('room', { schema: roomParameter }) room: string,
    @Body({ schema: messageRequest }) { name = '', ...message }: MessageRequestBody,
  ): Promise<MessageResource> {
    await this.#checkRoom(room);
    return toMessageResource(await this.#chat.say(room, { site: name }, message));
  }

  @Post('data')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send data to the pages in a room',
    description: 'They hear it as `data`. Nothing is kept for those who come later.',
  })
  @ApiResponse({ status: 204, description: 'Sent.' })
  @ApiProblems('malformed-json', 'not-found', 'payload-too-large')
  async send(
    @Param('room', { schema: roomParameter }) room: string,
    @Body({ schema: dataRequest }) data: DataRequestBody,
  ): Promise<void> {
    await this.#checkRoom(room);
    await this.#chat.send(room, { site: '' }, data);
  }

  async #checkRoom(room: string): Promise<void> {
    if (!(await this.#rooms.room(room))) throw new Refused('not-found');
  }
}
