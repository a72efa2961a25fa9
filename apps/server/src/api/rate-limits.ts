/**
 * Two limits, each its own guard: per address before the key is looked at, per key after. So guessing keys is slow, and
 * nobody can use up the budget of a key they do not have.
 */
import { Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerOptions } from '@nestjs/throttler';
import type { Request } from 'express';
import type { KeyedRequest } from './api-key.guard.js';

const MINUTE_MS = 60_000;

export const throttlersFor = (perMinute: number): ThrottlerOptions[] => [
  { name: 'address', limit: perMinute, ttl: MINUTE_MS, getTracker: (request) => (request as Request).ip ?? '' },
  { name: 'key', limit: perMinute, ttl: MINUTE_MS, getTracker: (request) => (request as KeyedRequest).apiKeyId },
];

abstract class NamedThrottlerGuard extends ThrottlerGuard {
  protected abstract readonly limit: string;

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    this.throttlers = this.throttlers.filter(({ name }) => name === this.limit);
  }
}

@Injectable()
export class AddressLimit extends NamedThrottlerGuard {
  protected readonly limit = 'address';
}

@Injectable()
export class KeyLimit extends NamedThrottlerGuard {
  protected readonly limit = 'key';
}
