/**
 * Two limits, each its own guard: per address before the key is looked at, per key after. So guessing keys is slow, and
 * nobody can use up the budget of a key they do not have.
 */
import { HttpException, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { addressGroup } from '../limits/address-group.js';
import { RateLimiter } from '../limits/rate-limiter.js';
import type { KeyedRequest } from './api-key.guard.js';

export const ADDRESS_LIMITER = Symbol('address limiter');
export const KEY_LIMITER = Symbol('key limiter');

export class TooManyRequests extends HttpException {
  readonly retryAfterSeconds: number;

  constructor(waitMs: number) {
    super('Too many requests', 429);
    this.retryAfterSeconds = Math.ceil(waitMs / 1000);
  }
}

function pass(waitMs: number): true {
  if (waitMs > 0) throw new TooManyRequests(waitMs);
  return true;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<KeyedRequest>();

@Injectable()
export class AddressLimit implements CanActivate {
  readonly #limiter: RateLimiter;

  constructor(@Inject(ADDRESS_LIMITER) limiter: RateLimiter) {
    this.#limiter = limiter;
  }

  canActivate(context: ExecutionContext): boolean {
    return pass(this.#limiter.take(addressGroup(requestOf(context).ip ?? '')));
  }
}

@Injectable()
export class KeyLimit implements CanActivate {
  readonly #limiter: RateLimiter;

  constructor(@Inject(KEY_LIMITER) limiter: RateLimiter) {
    this.#limiter = limiter;
  }

  canActivate(context: ExecutionContext): boolean {
    return pass(this.#limiter.take(requestOf(context).apiKeyId));
  }
}
