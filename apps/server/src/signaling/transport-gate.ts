/**
 * Transports of people who have no seat (yet): how many, how often and for how long, by address and in all. A page may
 * open its transport before anybody comes in, and tokens are looked at only after that, so strangers can open them, too.
 * Whoever has a seat is none of its business, but for packets that are no messages: those no limit of messages counts.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { WireError } from '@video-room/protocol';
import type { IncomingMessage } from 'node:http';
import { addressGroup } from '../limits/address-group.js';
import { clientAddress } from '../limits/client-address.js';
import { RateLimiter } from '../limits/rate-limiter.js';
import { TokenBucket } from '../limits/token-bucket.js';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Happenings } from '../metrics/happenings.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { IdleTransports, type Transport } from './idle-transports.js';
import type { SignalingServer } from './signaling-socket.js';

/** CONNECT, DISCONNECT, pongs and what else is no message: so many at once, and per second after that. */
const OTHER_PACKETS = { burst: 10, perSecond: 1 };
const CHECK_EVERY_MS = 1000;
/** Refusals are said once in a while, not once for each: a flood would fill the log. */
const LOG_EVERY_MS = 10_000;

interface Packet {
  type: string;
  data?: unknown;
}

@Injectable()
export class TransportGate implements OnModuleDestroy {
  readonly #idle: IdleTransports;
  readonly #arrivals: RateLimiter;
  readonly #setup: ServerSetup;
  readonly #happenings: Happenings;
  readonly #log: ServerLog;
  #timer: NodeJS.Timeout | undefined;
  #loggedAt = -Infinity;
  #refused = 0;

  constructor(@Inject(SERVER_SETUP) setup: ServerSetup, happenings: Happenings, @Inject(SERVER_LOG) log: ServerLog) {
    this.#setup = setup;
    this.#happenings = happenings;
    this.#log = log;
    this.#idle = new IdleTransports(setup.limits);
    this.#arrivals = new RateLimiter(setup.limits.connectsPerMinute);
  }

  start(server: SignalingServer): void {
    server.engine.use((request: IncomingMessage, _response: unknown, next: () => void) => {
      const waitMs = request.headers.upgrade === undefined ? 0 : this.#waitOf(request);
      if (waitMs > 0) this.#refuse(request, waitMs);
      else next();
    });
    server.engine.on('connection', (transport: Transport & { request: IncomingMessage }) => this.#watch(transport));
    this.#timer = setInterval(() => this.#idle.endOverdue(performance.now()), CHECK_EVERY_MS);
    this.#timer.unref();
  }

  /** Its CONNECT was refused, or its seat is gone: it counts again. */
  unseated(transport: object): void {
    this.#idle.add(transport as Transport, performance.now());
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  #waitOf(request: IncomingMessage): number {
    const group = this.#groupOf(request);
    return this.#arrivals.take(group) || this.#idle.waitMsOf(group, performance.now());
  }

  #groupOf(request: IncomingMessage): string {
    return addressGroup(clientAddress(request, this.#setup.trustProxyHops));
  }

  #watch(transport: Transport & { request: IncomingMessage }): void {
    this.#idle.adopt(transport, this.#groupOf(transport.request), performance.now());
    const others = new TokenBucket(OTHER_PACKETS.burst, OTHER_PACKETS.perSecond, performance.now());
    transport.on('packet', ({ type, data }: Packet) => {
      const text = type === 'message' && typeof data === 'string' ? data : '';
      if (text.startsWith('2')) return;
      if (others.take(performance.now()) > 0) return transport.close(true);
      // A CONNECT for the one namespace there is: from here on admission decides.
      if (text === '0' || text.startsWith('0{')) this.#idle.delete(transport);
    });
  }

  #refuse({ socket }: IncomingMessage, retryAfterMs: number): void {
    const refusal: WireError = { code: 'rate-limited', message: 'Too many connections.', retryAfterMs };
    const body = JSON.stringify(refusal);
    const head = [
      'HTTP/1.1 429 Too Many Requests',
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Retry-After: ${Math.ceil(retryAfterMs / 1000)}`,
    ];
    socket.on('error', () => socket.destroy());
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
    this.#note();
  }

  #note(): void {
    this.#happenings.emit('refused', 'connect', 'rate-limited');
    this.#refused += 1;
    if (performance.now() - this.#loggedAt < LOG_EVERY_MS) return;
    this.#loggedAt = performance.now();
    this.#log.warn({ refused: this.#refused }, 'refused connections of addresses that open too many');
    this.#refused = 0;
  }
}
