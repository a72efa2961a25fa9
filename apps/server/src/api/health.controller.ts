import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PROTOCOL_VERSION } from '@video-room/protocol';
import type { RoomStore } from '@video-room/state';
import { z } from 'zod';
import { ROOM_STORE } from '../core.module.js';
import { VERSION } from '../project.js';
import { jsonSchema } from './api-docs.js';

const health = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  protocol: z.int(),
  rooms: z.int(),
  participants: z.int(),
});

@ApiTags('Health')
@Controller('healthz')
export class HealthController {
  readonly #store: RoomStore;

  constructor(@Inject(ROOM_STORE) store: RoomStore) {
    this.#store = store;
  }

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the server works', description: 'For load balancers and monitors.' })
  @ApiResponse({
    status: 200,
    description: 'It works.',
    content: { 'application/json': { schema: jsonSchema(health) } },
  })
  async check(): Promise<z.infer<typeof health>> {
    return { status: 'ok', version: VERSION, protocol: PROTOCOL_VERSION, ...(await this.#store.counts()) };
  }
}
