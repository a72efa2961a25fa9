import { Delete, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { identity as identityParameter } from '@video-room/auth';
import { Rooms } from '@video-room/rooms';
import { ApiProblems } from './problem-responses.js';
import { RestResource } from './rest-resource.js';
import { messageQuery, roomParameter, type MessageQuery } from './room-resource.js';

/** Persons by the site's own ids for them, whether they are there or not. */
@RestResource('Participants', 'api/v1/rooms/:room/people')
export class PeopleController {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  @Delete(':identity')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove a person who need not be there',
    description: 'On all its devices. Tokens for this room and person that were made until now open it no more.',
  })
  @ApiQuery({ name: 'message', required: false, description: 'Words for the person.', type: String })
  @ApiResponse({ status: 204, description: 'Removed.' })
  @ApiProblems()
  async remove(
    @Param('room', { schema: roomParameter }) room: string,
    @Param('identity', { schema: identityParameter }) identity: string,
    @Query({ schema: messageQuery }) { message }: MessageQuery,
  ): Promise<void> {
    await this.#rooms.removePerson(room, identity, message || undefined);
  }
}
