import { Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { RoomStore } from '@video-room/state';
import { z } from 'zod';
import { ROOM_STORE } from '../core.module.js';
import { jsonSchema } from './api-docs.js';
import { ApiProblems } from './problem-responses.js';
import { RestResource } from './rest-resource.js';

const occupancy = z
  .strictObject({
    rooms: z.int().describe('How many rooms there are, also empty ones that stay.'),
    participants: z.int().describe('How many seats are taken in all of them together.'),
  })
  .meta({ example: { rooms: 3, participants: 17 } });

/** How busy the server is. Not for everybody: it tells a stranger when a site has visitors, and how many. */
@RestResource('Health', 'api/v1/occupancy')
export class OccupancyController {
  readonly #store: RoomStore;

  constructor(@Inject(ROOM_STORE) store: RoomStore) {
    this.#store = store;
  }

  @Get()
  @ApiOperation({ summary: 'How many rooms and participants there are' })
  @ApiResponse({
    status: 200,
    description: 'As of now.',
    content: { 'application/json': { schema: jsonSchema(occupancy) } },
  })
  @ApiProblems()
  count(): Promise<z.infer<typeof occupancy>> {
    return this.#store.counts();
  }
}
