/**
 * Who comes in. Runs as Socket.IO middleware, so before any handler and before the client is told it is connected.
 * Checked in this order: protocol, token, origin, the other fields, a free seat. Somebody without a token learns nothing
 * but which protocol is spoken.
 */
import { Inject, Injectable } from '@nestjs/common';
import { ApiKeys, readResumeKey, verifyToken } from '@video-room/auth';
import { LIMITS, PROTOCOL_VERSION, ProtocolError } from '@video-room/protocol';
import { connectAuth, firstName } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { badMessage } from './error-reply.js';
import { checkOrigin } from './origin-policy.js';
import type { SignalingSocket } from './signaling-socket.js';
import { termOf } from './token-terms.js';
import { TokenBucket } from '../limits/token-bucket.js';
import { Turnstile } from './turnstile.js';

/** How many are let in at the same time. Each takes about 0.4 ms, part of which is waiting for another thread. */
const ABREAST = 16;

@Injectable()
export class Admission {
  readonly #keys: ApiKeys;
  readonly #rooms: Rooms;
  readonly #setup: ServerSetup;
  /** Transports with a seat, or about to get one. */
  readonly #taken = new WeakSet<object>();
  readonly #turnstile = new Turnstile(ABREAST);

  constructor(keys: ApiKeys, rooms: Rooms, @Inject(SERVER_SETUP) setup: ServerSetup) {
    this.#keys = keys;
    this.#rooms = rooms;
    this.#setup = setup;
  }

  /** Seats the socket or throws a ProtocolError. A transport carries one seat: every further CONNECT is refused. */
  async admit(socket: SignalingSocket): Promise<void> {
    if (this.#taken.has(socket.conn)) throw badMessage();
    this.#taken.add(socket.conn);
    const connectedAt = performance.now();
    try {
      await this.#turnstile.pass(() => this.#seat(socket, connectedAt));
    } catch (error) {
      this.#taken.delete(socket.conn);
      throw error;
    }
  }

  /** Whether a transport has a seat, or had one. */
  isTaken(transport: object): boolean {
    return this.#taken.has(transport);
  }

  async #seat(socket: SignalingSocket, connectedAt: number): Promise<void> {
    // It went while it waited; Socket.IO lets go of it.
    if (socket.conn.readyState !== 'open') return;
    const auth: Record<string, unknown> = { ...socket.handshake.auth };
    socket.handshake.auth = {};
    const { token, protocol } = auth;
    if (typeof protocol === 'number' && protocol !== PROTOCOL_VERSION) {
      throw new ProtocolError('protocol-unsupported', `This server speaks protocol ${PROTOCOL_VERSION}.`);
    }
    const fits = typeof token === 'string' && token.length <= LIMITS.tokenLength;
    const grant = await verifyToken(this.#keys, fits ? token : '');
    checkOrigin(socket, grant, this.#setup);
    const checked = connectAuth.safeParse(auth);
    if (!checked.success) throw badMessage();
    const { instance, resumeKey, name, media, choices } = checked.data;
    const seat = { keyId: grant.keyId, room: grant.room, identity: grant.identity };
    const resume = resumeKey === undefined ? undefined : await readResumeKey(this.#keys, resumeKey, seat);
    const { metadata, attributes, rights, hidden, settings, issuedAt } = grant;
    const talk = resume?.calls?.findLast((call) => call.talk !== undefined)?.talk;
    const holder = await this.#rooms.join({
      room: grant.room,
      settings,
      identity: grant.identity,
      fallbackName: name ?? firstName(grant.name, grant.identity),
      metadata,
      attributes,
      rights,
      hidden,
      walksIn: rights.admin || resume?.admitted === true,
      ...(issuedAt !== undefined && { issuedAt }),
      ...(talk !== undefined && { talk }),
      ...(choices && { choices }),
      ...(name !== undefined && { name }),
      ...(media && { media }),
      instance,
      session: socket.id,
      ...(resume && { resume }),
    });
    const { socketBurst, socketPerSecond } = this.#setup.limits;
    socket.data = {
      holder,
      identity: grant.identity,
      keyId: grant.keyId,
      person: `${grant.keyId}:${grant.identity}`,
      token: termOf(grant.expiresAt, Date.now()),
      acceptedCalls: resume?.calls ?? [],
      links: new Map(),
      bucket: new TokenBucket(socketBurst, socketPerSecond, performance.now()),
      connectedAt,
      left: false,
      receiving: false,
    };
    forgetRequest(socket);
    // A connection lost by now never gets its disconnect event.
    if (socket.conn.readyState !== 'open') await this.#rooms.disconnect(holder);
  }
}

/** The same for all, as each is kept. */
const NOTHING = Object.freeze({});

/**
 * Engine.IO keeps the request that opened the connection, and Socket.IO what came with it, for as long as the connection
 * lasts: several kB for each browser, of which only this is needed again.
 */
function forgetRequest({ conn, handshake }: SignalingSocket): void {
  const { origin, host } = handshake.headers;
  Object.assign(conn, { request: undefined });
  Object.assign(handshake, { headers: { origin, host }, query: NOTHING, auth: NOTHING, url: '', time: '' });
}
