/** Two people in a room of their own who want to notice nothing: how long what one says takes to the other, and what health says. */
import { setTimeout as after } from 'node:timers/promises';
import { RawClient } from '../relay/raw-client.js';
import { textFrame } from '../relay/raw-socket.js';
import { percentile } from '../report/statistics.js';

const EVERY_MS = 25;
const HEALTH_EVERY_MS = 250;

export interface Felt {
  relayP99Ms: number;
  /** The slowest answer. */
  healthMs: number;
  /** Signals that came, of those that were sent. */
  arrived: number;
  sent: number;
}

export class Neighbours {
  readonly #port: number;
  readonly #first: RawClient;
  readonly #second: RawClient;
  #seq = 0;

  private constructor(port: number, first: RawClient, second: RawClient) {
    this.#port = port;
    this.#first = first;
    this.#second = second;
  }

  /** @param tokens of two people for one room. */
  static async meet(port: number, [first, second]: readonly [string, string]): Promise<Neighbours> {
    return new Neighbours(port, await RawClient.connect(port, first), await RawClient.connect(port, second));
  }

  /** What they feel for as long as `during` takes. */
  async feel(during: Promise<unknown>): Promise<Felt> {
    const sentAt = new Map<number, number>();
    const relayMs: number[] = [];
    let healthMs = 0;
    let isOver = false;
    void during.finally(() => (isOver = true)).catch(() => undefined);
    this.#first.onPacket = (packet) => {
      const text = packet.toString();
      if (!text.startsWith('42["signal"')) return;
      const [, { seq }] = JSON.parse(text.slice(2)) as [string, { seq: number }];
      relayMs.push(performance.now() - (sentAt.get(seq) ?? 0));
    };
    const talk = async () => {
      while (!isOver) {
        const signal = {
          link: this.#second.welcome.link,
          seq: (this.#seq += 1),
          kind: 'view',
          camera: [1, 1],
          screen: [0, 0],
        };
        sentAt.set(this.#seq, performance.now());
        this.#second.send(textFrame(`42["signal",${JSON.stringify(signal)}]`));
        await after(EVERY_MS);
      }
    };
    const ask = async () => {
      while (!isOver) {
        const askedAt = performance.now();
        const { ok } = await fetch(`http://127.0.0.1:${this.#port}/healthz`);
        if (!ok) throw new Error('The server says it is not healthy.');
        healthMs = Math.max(healthMs, performance.now() - askedAt);
        await after(HEALTH_EVERY_MS);
      }
    };
    await Promise.all([talk(), ask(), during]);
    const sent = sentAt.size;
    for (let patience = 400; relayMs.length < sent && patience > 0; patience -= 1) await after(EVERY_MS);
    return { relayP99Ms: percentile(relayMs, 99), healthMs, arrived: relayMs.length, sent };
  }

  async part(): Promise<void> {
    await Promise.all([this.#first.leave(), this.#second.leave()]);
  }
}
