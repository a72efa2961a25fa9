import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PROTOCOL_VERSION } from '@video-room/protocol';
import { z } from 'zod';
import { VERSION } from '../project.js';
import { jsonSchema } from './api-docs.js';

const health = z
  .strictObject({
    status: z.literal('ok'),
    version: z.string(),
    protocol: z.int().describe('The version of the signaling protocol that it speaks.'),
    now: z.int().describe("The server's clock, in milliseconds since 1970."),
  })
  .meta({ example: { status: 'ok', version: VERSION, protocol: PROTOCOL_VERSION, now: 1_790_000_000_000 } });

/** For everybody, so it tells nothing of who is here. */
@ApiTags('Health')
@Controller('healthz')
export class HealthController {
  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the server works', description: 'For load balancers and monitors.' })
  @ApiResponse({
    status: 200,
    description: 'It works.',
    content: { 'application/json': { schema: jsonSchema(health) } },
  })
  check(): z.infer<typeof health> {
    return { status: 'ok', version: VERSION, protocol: PROTOCOL_VERSION, now: Date.now() };
  }
}
