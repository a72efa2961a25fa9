import { Body, Controller, Header, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiKeys, issueToken } from '@video-room/auth';
import { LIMITS } from '@video-room/protocol';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { ApiKeyGuard, type KeyedRequest } from './api-key.guard.js';
import { jsonSchema } from './api-docs.js';
import { embedHtml } from './embed-html.js';
import { problem } from './problem.js';
import { publicUrlOf } from './public-url.js';
import { AddressLimit, KeyLimit } from './rate-limits.js';
import { ROLES, tokenRequest, tokenResponse, type TokenRequestBody, type TokenResponse } from './token-request.js';
import { InvalidBody } from './validation.js';

const problemContent = { 'application/problem+json': { schema: jsonSchema(problem) } };

@ApiTags('Tokens')
@Controller('api/v1/tokens')
@UseGuards(AddressLimit, ApiKeyGuard, KeyLimit)
export class TokensController {
  readonly #keys: ApiKeys;
  readonly #setup: ServerSetup;

  constructor(keys: ApiKeys, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#setup = setup;
  }

  @Post()
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a room token', description: 'A token lets one person join one room.' })
  @ApiBasicAuth()
  @ApiResponse({
    status: 201,
    description: 'The token and the tag to paste.',
    content: { 'application/json': { schema: jsonSchema(tokenResponse) } },
  })
  @ApiResponse({ status: 400, description: 'Fields are wrong; each is named.', content: problemContent })
  @ApiResponse({ status: 401, description: 'The API key is missing or wrong.', content: problemContent })
  @ApiResponse({ status: 413, description: 'The body is larger than 64 kB.', content: problemContent })
  @ApiResponse({ status: 429, description: 'Too many requests; see Retry-After.', content: problemContent })
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
