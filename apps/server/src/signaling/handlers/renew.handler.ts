import { Inject, Injectable } from '@nestjs/common';
import { ApiKeys, tokenRefused, verifyToken } from '@video-room/auth';
import { renewMessage } from '@video-room/protocol/schemas';
import { Rooms } from '@video-room/rooms';
import { SERVER_SETUP, type ServerSetup } from '../../server-setup.js';
import { badMessage } from '../error-reply.js';
import { checkOrigin } from '../origin-policy.js';
import { SeatNotes } from '../seat-notes.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { termOf, TokenTerms } from '../token-terms.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant goes on with a newer token. One of anybody else, or for elsewhere, is refused like one that is forged. */
@Injectable()
export class RenewHandler implements MessageHandler {
  readonly #keys: ApiKeys;
  readonly #rooms: Rooms;
  readonly #notes: SeatNotes;
  readonly #terms: TokenTerms;
  readonly #setup: ServerSetup;

  constructor(
    keys: ApiKeys,
    rooms: Rooms,
    notes: SeatNotes,
    terms: TokenTerms,
    @Inject(SERVER_SETUP) setup: ServerSetup,
  ) {
    this.#keys = keys;
    this.#rooms = rooms;
    this.#notes = notes;
    this.#terms = terms;
    this.#setup = setup;
  }

  async handle(socket: SignalingSocket, payload: unknown): Promise<Answer> {
    const renew = renewMessage.safeParse(payload);
    if (!renew.success) throw badMessage();
    const grant = await verifyToken(this.#keys, renew.data.token);
    const { data } = socket;
    const isTheirs = grant.keyId === data.keyId && grant.room === data.holder.room && grant.identity === data.identity;
    if (!isTheirs) throw tokenRefused(new Error('a token for another seat'));
    checkOrigin(socket, grant, this.#setup);
    await this.#rooms.renew(data.holder, grant);
    const { expiresAt } = grant;
    data.token = termOf(expiresAt, Date.now());
    this.#terms.watch(socket);
    await this.#notes.renew(socket);
    return { expiresAt };
  }
}
