import { Inject, Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ADDRESS_LIMITER, AddressLimit } from '../api/rate-limits.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { BearerToken, CHALLENGE } from './bearer-token.js';

/**
 * Lets whoever shows the token read the figures. Only those who do not are counted for their address, so that guessing is
 * slow, and reading takes nothing from the REST requests of a site at the same address.
 */
@Injectable()
export class MetricsGuard implements CanActivate {
  readonly #token: BearerToken | undefined;
  readonly #limit: AddressLimit;

  constructor(@Inject(SERVER_SETUP) { metrics }: ServerSetup, @Inject(ADDRESS_LIMITER) limiter: RateLimiter) {
    this.#token = metrics?.token === undefined ? undefined : new BearerToken(metrics.token);
    this.#limit = new AddressLimit(limiter);
  }

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    if (this.#token?.isIn(http.getRequest<Request>().headers.authorization)) return true;
    this.#limit.canActivate(context);
    http.getResponse<Response>().setHeader('WWW-Authenticate', CHALLENGE);
    throw new UnauthorizedException();
  }
}
