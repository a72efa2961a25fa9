import { Body, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ApiKeys, issueToken } from '@video-room/auth';
import { LIMITS } from '@video-room/protocol';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import type { KeyedRequest } from './api-key.guard.js';
import { jsonSchema } from './api-docs.js';
import { embedHtml } from './embed-html.js';
import { ApiProblems } from './problem-responses.js';
import { publicUrlOf } from './public-url.js';
import { RestResource } from './rest-resource.js';
import { ROLES, tokenRequest, tokenResponse, type TokenRequestBody, type TokenResponse } from './token-request.js';
import { InvalidBody } from './validation.js';

@RestResource('Tokens', 'api/v1/tokens')
export class TokensController {
  readonly #keys: ApiKeys;
  readonly #setup: ServerSetup;

  constructor(keys: ApiKeys, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#setup = setup;
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Make a room token', description: 'A token lets one person join one room.' })
  @ApiResponse({
    status: 201,
    description: 'The token and the tag to paste.',
    content: { 'application/json': { schema: jsonSchema(tokenResponse) } },
  })
  @ApiProblems('malformed-json', 'payload-too-large')
  async create(
    @Body({ schema: tokenRequest }) body: TokenRequestBody,
    @Req() request: KeyedRequest,
  ): Promise<TokenResponse> {
    const signing = await this.#keys.signing(request.apiKeyId);
    if (!signing) throw new Error('the guard let an unknown key through');
    const { role = 'participant', grants = ROLES[role], ...rest } = body;
    const { token, expiresAt } = await issueToken(signing, { ...rest, grants });
    if (token.length > LIMITS.tokenLength) {
      throw new InvalidBody([{ message: 'Metadata, attributes and origins are too much for one token together' }]);
    }
    const serverUrl = publicUrlOf(request, this.#setup);
    return { token, expiresAt: new Date(expiresAt).toISOString(), serverUrl, html: embedHtml(serverUrl, token) };
  }
}
