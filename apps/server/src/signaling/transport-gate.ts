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
import { badMessage } from './error-reply.js';
import { IdleTransports, type Transport } from './idle-transports.js';
import type { SignalingServer } from './signaling-socket.js';

/** CONNECT, DISCONNECT, pongs and what else is no message: so many at once, and per second after that. */
const OTHER_PACKETS = { burst: 10, perSecond: 1 };
/** The part of what an address may open in a minute that it may open at once: a company comes back after a restart. */
const BURST_OF_MINUTE = 0.25;
const CHECK_EVERY_MS = 1000;
/** Refusals are said once in a while, not once for each: a flood would fill the log. */
const LOG_EVERY_MS = 10_000;

const BAD_REQUEST = '400 Bad Request';
const TOO_MANY = '429 Too Many Requests';
/** How long the other end may take to say goodbye. */
const END_AFTER_MS = 1000;

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
  #isProxyTold = false;

  constructor(@Inject(SERVER_SETUP) setup: ServerSetup, happenings: Happenings, @Inject(SERVER_LOG) log: ServerLog) {
    this.#setup = setup;
    this.#happenings = happenings;
    this.#log = log;
    this.#idle = new IdleTransports(setup.limits, end);
    const { connectsPerMinute } = setup.limits;
    this.#arrivals = new RateLimiter(Math.ceil(connectsPerMinute * BURST_OF_MINUTE), {
      perMs: 60_000 * BURST_OF_MINUTE,
    });
  }

  start(server: SignalingServer): void {
    server.engine.use((request: IncomingMessage, _response: unknown, next: () => void) => {
      // Without an upgrade it is none of the transports there are, and refused anyhow.
      if (request.headers.upgrade === undefined) return next();
      // There is one transport, so nobody changes it; whoever shows the id of a connection would take it over.
      if (/[?&]sid=/i.test(request.url ?? '')) return refuse(request, BAD_REQUEST, badMessage().toWire());
      this.#lookForProxy(request);
      const waitMs = this.#waitOf(request);
      if (waitMs === 0) return next();
      const refusal: WireError = { code: 'rate-limited', message: 'Too many connections.', retryAfterMs: waitMs };
      refuse(request, `${TOO_MANY}\r\nRetry-After: ${Math.ceil(waitMs / 1000)}`, refusal);
      this.#note();
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

  /** Behind a proxy that is not known of, all visitors share the limits of one address. Said once: anybody can send the header. */
  #lookForProxy({ headers }: IncomingMessage): void {
    if (this.#isProxyTold || this.#setup.trustProxyHops > 0 || headers['x-forwarded-for'] === undefined) return;
    this.#isProxyTold = true;
    this.#log.warn(
      'A connection came with X-Forwarded-For, and TRUST_PROXY is 0: if there is a proxy in front, set TRUST_PROXY, ' +
        'or all visitors share the limits of its address.',
    );
  }

  #watch(transport: Transport & { request: IncomingMessage }): void {
    this.#idle.adopt(transport, this.#groupOf(transport.request), performance.now());
    const others = new TokenBucket(OTHER_PACKETS.burst, OTHER_PACKETS.perSecond, performance.now());
    transport.on('packet', ({ type, data }: Packet) => {
      const text = type === 'message' && typeof data === 'string' ? data : '';
      if (text.startsWith('2')) return;
      if (others.take(performance.now()) > 0) return end(transport);
      // A CONNECT for the one namespace there is: from here on admission decides.
      if (text === '0' || text.startsWith('0{')) this.#idle.delete(transport);
    });
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

/** Answers an upgrade without making it. */
function refuse({ socket }: IncomingMessage, status: string, refusal: WireError): void {
  const body = JSON.stringify(refusal);
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Ends a transport, if need be without the goodbye of the other end. */
function end(transport: Transport): void {
  transport.close(true);
  setTimeout(() => transport.transport.socket?.terminate(), END_AFTER_MS).unref();
}
