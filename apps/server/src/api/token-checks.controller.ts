/**
 * What a token would open, without a seat being taken: for pages that look before they join. It tells the holder no more
 * than joining would, and those whose token this server did not sign nothing at all.
 */
import { createHash } from 'node:crypto';
import { Body, Controller, Header, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiKeys, faultOfTime, verifyToken, type RoomGrant } from '@video-room/auth';
import { iceServersFor } from '@video-room/ice';
import { ProtocolError, type IceServer, type RoomAccess } from '@video-room/protocol';
import { Rooms } from '@video-room/rooms';
import type { Request } from 'express';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { isOriginAllowed } from '../signaling/origin-policy.js';
import { jsonSchema } from './api-docs.js';
import { ApiProblems } from './problem-responses.js';
import { AddressLimit } from './rate-limits.js';
import { tokenCheck, tokenCheckRequest, type TokenCheck, type TokenCheckRequest } from './token-check.js';

/** Long enough to try a relay with, and for clocks that differ; short, as nobody is in a room yet. */
const TRIAL_TTL_SECONDS = 600;

@ApiTags('Tokens')
@Controller('api/v1/token-checks')
@UseGuards(AddressLimit)
export class TokenChecksController {
  readonly #keys: ApiKeys;
  readonly #rooms: Rooms;
  readonly #setup: ServerSetup;

  constructor(keys: ApiKeys, rooms: Rooms, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#rooms = rooms;
    this.#setup = setup;
  }

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Ask what a token would open', description: 'For pages; needs no API key. Takes no seat.' })
  @ApiResponse({
    status: 200,
    description: 'What would happen.',
    content: { 'application/json': { schema: jsonSchema(tokenCheck) } },
  })
  @ApiProblems('malformed-json', 'payload-too-large')
  async check(
    @Body({ schema: tokenCheckRequest }) { token, room }: TokenCheckRequest,
    @Req() { headers }: Request,
  ): Promise<TokenCheck> {
    let grant: RoomGrant;
    try {
      grant = await verifyToken(this.#keys, token);
    } catch (error) {
      return { result: faultOfTime(error) ?? 'refused', iceServers: [] };
    }
    const { origin, host } = headers;
    if (!isOriginAllowed({ origin, host }, this.#setup)) return { result: 'origin-not-allowed', iceServers: [] };
    const { origins } = grant;
    if (origins && !isOriginAllowed({ origin, host, tokenOrigins: origins }, this.#setup)) {
      return { result: 'other-origin', iceServers: [] };
    }
    if (room !== undefined && room !== grant.room) return { result: 'other-room', iceServers: [] };
    try {
      const access = await this.#rooms.foresee(grant);
      return { result: 'accepted', access, iceServers: this.#iceServers(grant, access) };
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'removed') return { result: 'removed', iceServers: [] };
      throw error;
    }
  }

  /** As on joining, nobody who has to be let in gets credentials for relays before. */
  #iceServers({ keyId, room, identity }: RoomGrant, access: RoomAccess): IceServer[] {
    if (access !== 'open') return [];
    const { ice } = this.#setup;
    // The same for the same holder, so that a relay's quota counts all its checks together.
    const holder = createHash('sha256')
      .update(JSON.stringify([keyId, room, identity]))
      .digest('base64url');
    return iceServersFor(`check-${holder.slice(0, 16)}`, {
      ...ice,
      turnTtlSeconds: Math.min(ice.turnTtlSeconds, TRIAL_TTL_SECONDS),
    });
  }
}
