/**
 * TURN credentials for those who are in a room, and fresh ones before they end. One timer for all: everybody's live
 * equally long, so whoever got some first is due first. Knows no rooms.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { iceServersFor } from '@video-room/ice';
import type { IceServer } from '@video-room/protocol';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import type { SignalingSocket } from './signaling-socket.js';

/** After a restart all have come back at once and are due at once; signals must not wait for that. */
const AT_ONCE = 100;
const PAUSE_MS = 20;

@Injectable()
export class IceRenewal implements OnModuleDestroy {
  readonly #ice: ServerSetup['ice'];
  /** Half of their life: what a client has is always good for the other half. */
  readonly #afterMs: number;
  /** When each is due, on the steady clock, the first first. */
  readonly #due = new Map<SignalingSocket, number>();
  readonly #log: ServerLog;
  #timer: NodeJS.Timeout | undefined;
  #hasWarned = false;

  constructor(@Inject(SERVER_SETUP) { ice }: ServerSetup, @Inject(SERVER_LOG) log: ServerLog) {
    this.#ice = ice;
    this.#log = log;
    this.#afterMs = ice.turnTtlSeconds * 500;
  }

  /**
   * Servers for its `ready`; the next ones go to it by themselves.
   * @param needsRelay without one it reaches nobody.
   */
  begin(socket: SignalingSocket, needsRelay: boolean): IceServer[] {
    if (this.#ice.turnUrls.length > 0) this.#plan(socket);
    else if (needsRelay) this.#warn(socket);
    return this.#serversFor(socket);
  }

  end(socket: SignalingSocket): void {
    this.#due.delete(socket);
  }

  onModuleDestroy(): void {
    clearTimeout(this.#timer);
    this.#due.clear();
  }

  #plan(socket: SignalingSocket): void {
    this.#due.delete(socket);
    this.#due.set(socket, performance.now() + this.#afterMs);
    this.#timer ??= setTimeout(() => this.#renew(), this.#afterMs).unref();
  }

  #renew(): void {
    const now = performance.now();
    let done = 0;
    let nextMs: number | undefined;
    for (const [socket, dueAt] of this.#due) {
      if (dueAt > now || done === AT_ONCE) {
        nextMs = Math.max(PAUSE_MS, dueAt - now);
        break;
      }
      done += 1;
      // Goes to the end of the list, which is never reached in this turn: it is due later than now.
      this.#due.delete(socket);
      this.#due.set(socket, now + this.#afterMs);
      socket.emit('ice', { iceServers: this.#serversFor(socket) });
    }
    this.#timer = nextMs === undefined ? undefined : setTimeout(() => this.#renew(), nextMs).unref();
  }

  /** Once: everybody in such a room would say the same. */
  #warn({ data }: SignalingSocket): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const remedy = 'Set TURN_URLS and TURN_SECRET, or take relayOnly away.';
    this.#log.warn(
      { code: 'relay-only-without-turn', room: data.holder.room, remedy },
      'nobody connects: there is no relay',
    );
  }

  #serversFor({ data }: SignalingSocket): IceServer[] {
    return iceServersFor(data.holder.participant, this.#ice);
  }
}
