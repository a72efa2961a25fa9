/** The demo pages and the token endpoint behind them: everybody may come in, so only there while the demo is on. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApiKeys, issueToken } from '@video-room/auth';
import type { Request } from 'express';
import { publicUrlOf } from '../api/public-url.js';
import { AddressLimit } from '../api/rate-limits.js';
import { SITE_FOLDER } from '../project.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { demoTokenRequest, type DemoTokenRequest, type DemoTokenResponse } from './demo-token.js';

const TOKEN_TTL_SECONDS = 6 * 60 * 60;

@ApiExcludeController()
@Controller()
export class SiteController {
  readonly #keys: ApiKeys;
  readonly #setup: ServerSetup;

  constructor(keys: ApiKeys, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#setup = setup;
  }

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  home(): Promise<string> {
    return readFile(join(SITE_FOLDER, 'home.html'), 'utf8');
  }

  @Get('meet/:room')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  meet(): Promise<string> {
    return readFile(join(SITE_FOLDER, 'meet.html'), 'utf8');
  }

  @Post('demo/token')
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @UseGuards(AddressLimit)
  async token(
    @Body({ schema: demoTokenRequest }) body: DemoTokenRequest,
    @Req() request: Request,
  ): Promise<DemoTokenResponse> {
    const [key] = this.#setup.apiKeys;
    const signing = key && (await this.#keys.signing(key.id));
    if (!signing) throw new Error('the demo has no key to sign with');
    const { token } = await issueToken(signing, {
      room: body.room_name ?? 'lobby',
      identity: body.participant_identity ?? `guest-${randomUUID().slice(0, 8)}`,
      ...(body.participant_name !== undefined && { name: body.participant_name }),
      ttlSeconds: TOKEN_TTL_SECONDS,
    });
    return { server_url: publicUrlOf(request, this.#setup), participant_token: token };
  }
}
