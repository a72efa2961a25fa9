/**
 * How much one person may send on all devices together: whoever opens many sockets with one token gets no more than a few
 * honest devices need. Sites that share a server may give two people the same identity, so the key counts, too.
 */
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiter } from '../limits/rate-limiter.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import type { SocketData } from './signaling-socket.js';

/** Devices of one person that may send all they can at the same time. */
const DEVICES = 4;

@Injectable()
export class PersonRates {
  readonly #limiter: RateLimiter;

  constructor(@Inject(SERVER_SETUP) { limits }: ServerSetup) {
    const budget = DEVICES * limits.socketBurst;
    this.#limiter = new RateLimiter(budget, { perMs: (1000 * limits.socketBurst) / limits.socketPerSecond });
  }

  /** Counts a message. Returns 0, or after how many milliseconds the same one would be taken. */
  take({ person }: Pick<SocketData, 'person'>): number {
    return this.#limiter.take(person);
  }
}
