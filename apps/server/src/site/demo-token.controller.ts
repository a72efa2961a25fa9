/** The token endpoints behind the demo pages: everybody may come in, so only there while the demo is on. */
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Header,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApiKeys, issueToken } from '@video-room/auth';
import type { Request } from 'express';
import { publicUrlOf } from '../api/public-url.js';
import { AddressLimit } from '../api/rate-limits.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { DEMO_KINDS, demoRoom, isDemoKind } from './demo-kinds.js';
import { demoTokenRequest, type DemoTokenRequest, type DemoTokenResponse } from './demo-token.js';

const TOKEN_TTL_SECONDS = 6 * 60 * 60;

@ApiExcludeController()
@Controller('demo/token')
@UseGuards(AddressLimit)
export class DemoTokenController {
  readonly #keys: ApiKeys;
  readonly #setup: ServerSetup;

  constructor(keys: ApiKeys, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#setup = setup;
  }

  @Post(['', ':kind'])
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  async token(
    @Param('kind') kind: string | undefined,
    @Body({ schema: demoTokenRequest }) body: DemoTokenRequest,
    @Req() request: Request,
  ): Promise<DemoTokenResponse> {
    const name = kind ?? 'meet';
    if (!isDemoKind(name)) throw new NotFoundException();
    const [key] = this.#setup.apiKeys;
    const signing = key && (await this.#keys.signing(key.id));
    if (!signing) throw new Error('the demo has no key to sign with');
    const { settings, grants } = DEMO_KINDS[name];
    const { token } = await issueToken(signing, {
      room: demoRoom(name, body.room_name ?? 'lobby'),
      identity: body.participant_identity ?? `guest-${randomUUID().slice(0, 8)}`,
      ...(body.participant_name !== undefined && { name: body.participant_name }),
      settings,
      grants,
      ttlSeconds: TOKEN_TTL_SECONDS,
    });
    return { server_url: publicUrlOf(request, this.#setup), participant_token: token };
  }
}
