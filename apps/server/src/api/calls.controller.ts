import { Body, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Calls } from '@video-room/calls';
import { jsonSchema } from './api-docs.js';
import {
  callParameter,
  callRequest,
  callResource,
  toCallResource,
  type CallRequestBody,
  type CallResource,
} from './call-resource.js';
import { ApiProblems } from './problem-responses.js';
import { Refused } from './problem.js';
import { RestResource } from './rest-resource.js';
import { roomParameter } from './room-resource.js';

const CALL = { content: { 'application/json': { schema: jsonSchema(callResource) } } };

@RestResource('Calls', 'api/v1/rooms/:room/calls')
export class CallsController {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: "Let one person's device ring another person",
    description: 'In rooms of kind `call`. Both sides see the same call as if the person had made it.',
  })
  @ApiResponse({ status: 201, description: 'The call, ringing, or `busy` at once.', ...CALL })
  @ApiProblems('malformed-json', 'not-allowed', 'conflict', 'payload-too-large')
  async create(
    @Param('room', { schema: roomParameter }) room: string,
    @Body({ schema: callRequest }) { caller, callee, video }: CallRequestBody,
  ): Promise<CallResource> {
    return toCallResource(
      await this.#calls.request(room, { identity: caller }, { kind: 'ring', identity: callee, video }),
    );
  }

  @Get(':id')
  @ApiOperation({
    summary: 'What became of a call',
    description: 'Readable for 24 hours after its end, for the last 1,000 of a room.',
  })
  @ApiResponse({ status: 200, description: 'The call as it is now.', ...CALL })
  @ApiProblems('not-found')
  async read(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: callParameter }) id: string,
  ): Promise<CallResource> {
    const call = await this.#calls.get(room, id);
    if (!call) throw new Refused('not-found');
    return toCallResource(call);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel a call that rings, or end one that goes on' })
  @ApiResponse({ status: 204, description: 'It is over.' })
  @ApiProblems('not-found')
  async end(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('id', { schema: callParameter }) id: string,
  ): Promise<void> {
    await this.#calls.hangUp(room, 'backend', id);
  }
}
