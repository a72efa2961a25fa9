/**
 * Sockets live no longer than their tokens: warns those whose token ends soon, and ends those whose token has. One timer
 * for all sockets, set to whatever is due next; it knows no tokens, only their times.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Rooms } from '@video-room/rooms';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { giveUpSeat } from './give-up-seat.js';
import type { SignalingServer, SignalingSocket, TokenTerm } from './signaling-socket.js';

/** How long before its token's end a socket is told, in milliseconds; of what is left at first, a third at most. */
const WARN_BEFORE_MS = 60_000;
const WARN_FRACTION = 1 / 3;
/** Looking at all sockets costs something when there are thousands, so what is due within this time is done together. */
const LOOK_AT_MOST_EVERY_MS = 200;
/** The clock may be set, or stand still with the machine, while the timer runs. */
const LOOK_AT_LEAST_EVERY_MS = 60_000;

/** @param expiresAt both in milliseconds since 1970. */
export function termOf(expiresAt: number, now: number): TokenTerm {
  return { expiresAt, warnAt: expiresAt - Math.min(WARN_BEFORE_MS, (expiresAt - now) * WARN_FRACTION) };
}

const nextOf = ({ expiresAt, warnAt = expiresAt }: TokenTerm): number => warnAt;

@Injectable()
export class TokenTerms implements OnModuleDestroy {
  readonly #rooms: Rooms;
  readonly #directory: Directory;
  readonly #log: ServerLog;
  #server: SignalingServer | undefined;
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;

  constructor(rooms: Rooms, directory: Directory, @Inject(SERVER_LOG) log: ServerLog) {
    this.#rooms = rooms;
    this.#directory = directory;
    this.#log = log;
  }

  start(server: SignalingServer): void {
    this.#server = server;
  }

  /** To be called when a socket has come in, or has another token. */
  watch({ data }: SignalingSocket): void {
    this.#lookAt(nextOf(data.token));
  }

  onModuleDestroy(): void {
    clearTimeout(this.#timer);
    this.#server = undefined;
  }

  #lookAt(dueAt: number): void {
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    const delayMs = Math.min(LOOK_AT_LEAST_EVERY_MS, Math.max(LOOK_AT_MOST_EVERY_MS, dueAt - Date.now()));
    this.#timer = setTimeout(() => this.#look(), delayMs);
    this.#timer.unref();
  }

  #look(): void {
    this.#dueAt = Infinity;
    const now = Date.now();
    let next = Infinity;
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      if (!socket.connected || socket.data.left) continue;
      const { token } = socket.data;
      if (token.expiresAt <= now) this.#end(socket);
      else {
        if (nextOf(token) <= now) this.#warn(socket);
        next = Math.min(next, nextOf(socket.data.token));
      }
    }
    this.#lookAt(next);
  }

  #warn(socket: SignalingSocket): void {
    const { expiresAt } = socket.data.token;
    socket.data.token = { expiresAt };
    socket.emit('token-expiring', { expiresAt });
  }

  #end(socket: SignalingSocket): void {
    const { holder } = socket.data;
    socket.emit('goodbye', { reason: 'token-expired' });
    this.#log.info({ room: holder.room, participant: holder.participant }, 'token ended');
    giveUpSeat(socket, this.#rooms, this.#directory)
      .catch((error: unknown) => this.#log.error({ err: error }, 'a seat could not be given up'))
      .finally(() => socket.disconnect(true));
  }
}
