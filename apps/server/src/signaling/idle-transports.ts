/**
 * The book of open transports without a seat: how many each group of addresses has, and since when. An address that has too
 * many gets no more; if there are too many in all, the oldest go, so that newcomers always get in. Knows no sockets.
 */

/** What is needed of an Engine.IO connection. */
export interface Transport {
  on(event: 'packet', listener: (packet: { type: string; data?: unknown }) => void): void;
  on(event: 'close', listener: (this: Transport) => void): void;
  close(discard: true): void;
  readonly transport: { socket?: { terminate(): void } };
}

export interface IdleLimits {
  idleMs: number;
  idlePerAddress: number;
  idleInAll: number;
}

export class IdleTransports {
  readonly #limits: IdleLimits;
  readonly #close: (transport: Transport) => void;
  readonly #groups = new WeakMap<Transport, string>();
  /** When each became idle, oldest first. */
  readonly #since = new Map<Transport, number>();
  readonly #counts = new Map<string, number>();
  /** The same for all transports, as each is kept: it is called on the transport. */
  readonly #onClose: (this: Transport) => void;

  /** @param end ends a transport. */
  constructor({ idleMs, idlePerAddress, idleInAll }: IdleLimits, end: (transport: Transport) => void) {
    this.#limits = { idleMs, idlePerAddress, idleInAll };
    this.#close = end;
    const forget = (transport: Transport) => {
      this.delete(transport);
      this.#groups.delete(transport);
    };
    this.#onClose = function () {
      forget(this);
    };
  }

  get size(): number {
    return this.#since.size;
  }

  /** Takes in a new transport. It is forgotten by itself when it closes. */
  adopt(transport: Transport, group: string, now: number): void {
    this.#groups.set(transport, group);
    this.add(transport, now);
    transport.on('close', this.#onClose);
  }

  /** Counts a transport that was taken in and is not closed. */
  add(transport: Transport, now: number): void {
    const group = this.#groups.get(transport);
    if (group === undefined || this.#since.has(transport)) return;
    this.#since.set(transport, now);
    this.#counts.set(group, (this.#counts.get(group) ?? 0) + 1);
    for (const oldest of this.#since.keys()) {
      if (this.#since.size <= this.#limits.idleInAll) break;
      this.#end(oldest);
    }
  }

  delete(transport: Transport): void {
    if (!this.#since.delete(transport)) return;
    const group = this.#groups.get(transport) ?? '';
    const left = (this.#counts.get(group) ?? 0) - 1;
    if (left > 0) this.#counts.set(group, left);
    else this.#counts.delete(group);
  }

  /** 0 if the group may have one more, else after how many milliseconds it is worth asking again. */
  waitMsOf(group: string, now: number): number {
    if ((this.#counts.get(group) ?? 0) < this.#limits.idlePerAddress) return 0;
    const [, oldest = now] = this.#since.entries().next().value ?? [];
    return Math.max(1, oldest + this.#limits.idleMs - now);
  }

  /** Ends those that have been idle for too long. */
  endOverdue(now: number): void {
    for (const [transport, since] of this.#since) {
      if (now - since < this.#limits.idleMs) break;
      this.#end(transport);
    }
  }

  #end(transport: Transport): void {
    this.delete(transport);
    this.#close(transport);
  }
}
