/**
 * A process of its own with many clients that are nothing but sockets: each is in a room, knows who is there, and comes back
 * as the element does. Told what to do, and asked what it sees, by `Crowd`.
 */
import { randomBytes } from 'node:crypto';
import { PROTOCOL_VERSION, type ParticipantRecord, type ReadyMessage } from '@video-room/protocol';
import { io, type Socket } from 'socket.io-client';
import { quickThenSteady } from '../../widget/src/core/signaling/reconnect-policy.js';
import type { CrowdOrder, CrowdView } from './crowd.js';

/** How many of those that are wrong tell what they see. */
const TOLD = 3;

class Member {
  readonly #socket: Socket;
  readonly #people = new Map<string, ParticipantRecord>();
  #resumeKey: string | undefined;
  #attempt = 0;
  #timeouts = 0;
  #triedAt = performance.now();
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #first: string | undefined;
  /** Since when it sees those it saw first, all of them online; undefined: it does not. */
  rightSince: number | undefined;

  constructor(origin: string, token: string) {
    const instance = randomBytes(16).toString('hex');
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (send) => send({ token, protocol: PROTOCOL_VERSION, instance, resumeKey: this.#resumeKey }),
    });
    this.#socket = socket;
    const again = (spentMs = 0) => {
      this.rightSince = undefined;
      this.#people.clear();
      const tryNow = () => {
        this.#triedAt = performance.now();
        socket.io.timeout(quickThenSteady.timeoutMs(this.#timeouts));
        socket.connect();
      };
      // A connection that breaks before it has a seat is told of twice.
      clearTimeout(this.#retryTimer);
      this.#retryTimer = setTimeout(tryNow, quickThenSteady.delayMs(this.#attempt, Math.random(), spentMs));
      this.#attempt += 1;
    };
    socket.on('connect_error', ({ message }) => {
      if (message === 'timeout') this.#timeouts += 1;
      again(performance.now() - this.#triedAt);
    });
    socket.on('disconnect', () => again());
    socket.on('ready', ({ participants, resumeKey }: ReadyMessage) => {
      this.#attempt = this.#timeouts = 0;
      this.#resumeKey = resumeKey;
      for (const person of participants) this.#people.set(person.id, person);
      this.#look();
    });
    socket.on('seat', ({ resumeKey }: { resumeKey: string }) => (this.#resumeKey = resumeKey));
    socket.on('participant', (person: ParticipantRecord) => {
      if (person.connection === 'left') this.#people.delete(person.id);
      else this.#people.set(person.id, person);
      this.#look();
    });
  }

  /** From now on this is how it should be. */
  settle(): void {
    this.#first = this.#roster();
    this.#look();
  }

  get peopleOnline(): number {
    return [...this.#people.values()].filter(({ connection }) => connection === 'online').length;
  }

  /** For whoever asks why it is not right. */
  get view(): string {
    const state = this.#socket.connected ? 'connected' : `not connected, try ${this.#attempt}`;
    return `${state}: ${this.#roster()}; before: ${this.#first}`;
  }

  #look(): void {
    if (this.#roster() !== this.#first) this.rightSince = undefined;
    else this.rightSince ??= Date.now();
  }

  #roster(): string {
    return [...this.#people.values()]
      .map(({ id, connection }) => `${id} ${connection}`)
      .sort()
      .join();
  }
}

const [origin = ''] = process.argv.slice(2);
const members: Member[] = [];

process.on('message', (order: CrowdOrder) => {
  if (order.type === 'enter') members.push(...order.tokens.map((token) => new Member(origin, token)));
  if (order.type === 'settle') for (const member of members) member.settle();
  process.send?.({
    online: members.map(({ peopleOnline }) => peopleOnline),
    rightSince: members.map(({ rightSince }) => rightSince ?? null),
    wrong: members
      .filter(({ rightSince }) => rightSince === undefined)
      .slice(0, TOLD)
      .map(({ view }) => view),
  } satisfies CrowdView);
});
process.on('disconnect', () => process.exit());
