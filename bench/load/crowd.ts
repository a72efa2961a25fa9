/** A crowd spread over several processes, ordered from here. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { MeasuredServer } from '../servers/measured-server.js';
import type { Answer, Ask, CrowdState, OrderName } from './orders.js';

const ENTRY = path.join(import.meta.dirname, 'crowd-process.ts');
const PROCESSES = 2;
/** Linux takes all of 127/8 as its own; elsewhere one address has to do. */
const LOCAL_ADDRESSES = process.platform === 'linux' ? ['127.0.0.2', '127.0.0.3', '127.0.0.4'] : [];

interface Pending {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

class CrowdProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  readonly started: Promise<unknown>;
  #last = 0;

  constructor() {
    this.#child = fork(ENTRY, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    this.started = new Promise((resolve, reject) => this.#pending.set(0, { resolve, reject }));
    this.#child.on('message', ({ number, answer, error }: { number: number; answer?: unknown; error?: string }) => {
      const waiting = this.#pending.get(number);
      this.#pending.delete(number);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    });
    this.#child.on('exit', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('A process of the crowd ended.'));
    });
  }

  order<Name extends OrderName>(name: Name, ask: Ask<Name>): Promise<Answer<Name>> {
    const number = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve: resolve as Pending['resolve'], reject });
      this.#child.send({ number, name, ask });
    });
  }

  end(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

export class Crowd {
  readonly #processes: CrowdProcess[];

  private constructor(processes: CrowdProcess[]) {
    this.#processes = processes;
  }

  static async start(): Promise<Crowd> {
    const processes = Array.from({ length: PROCESSES }, () => new CrowdProcess());
    await Promise.all(processes.map(({ started }) => started));
    return new Crowd(processes);
  }

  /** Makes `people` with their tokens, `perRoom` in each room. `seats`: whether the server has any. */
  async invite(
    { port }: MeasuredServer,
    { prefix, people, perRoom, seats = true }: { prefix: string; people: number; perRoom: number; seats?: boolean },
  ): Promise<void> {
    const share = Math.ceil(people / PROCESSES / perRoom) * perRoom;
    await this.#all('invite', (part) => ({
      port,
      prefix,
      people: Math.min(share, people - part * share),
      perRoom,
      seats,
      localAddresses: LOCAL_ADDRESSES,
      part,
    }));
  }

  /** All come in. Returns how long it took in seconds, and each one's way to its seat in milliseconds. */
  async enter(pace: { perSecond: number } | { abreast: number }): Promise<{ seconds: number; joinMs: number[] }> {
    const share = (total: number) => total / PROCESSES;
    const answers = await this.#all('enter', () =>
      'perSecond' in pace ? { perSecond: share(pace.perSecond) } : { abreast: share(pace.abreast) },
    );
    return {
      seconds: Math.max(...answers.map(({ seconds }) => seconds)),
      joinMs: answers.flatMap(({ joinMs }) => joinMs),
    };
  }

  async comeBack(): Promise<void> {
    await this.#all('comeBack', () => null);
  }

  async leave(): Promise<void> {
    await this.#all('leave', () => null);
  }

  async signal(perSecond: number, seconds: number): Promise<{ sent: number; relayMs: number[] }> {
    const answers = await this.#all('signal', () => ({ perSecond: perSecond / PROCESSES, seconds }));
    return {
      sent: answers.reduce((sum, { sent }) => sum + sent, 0),
      relayMs: answers.flatMap(({ relayMs }) => relayMs),
    };
  }

  async churn(perSecond: number, seconds: number): Promise<{ joins: number; failures: number }> {
    const answers = await this.#all('churn', () => ({ perSecond: perSecond / PROCESSES, seconds }));
    return {
      joins: answers.reduce((sum, { joins }) => sum + joins, 0),
      failures: answers.reduce((sum, { failures }) => sum + failures, 0),
    };
  }

  async look(): Promise<CrowdState> {
    const states = await this.#all('look', () => null);
    const sum = (of: (state: CrowdState) => number) => states.reduce((total, state) => total + of(state), 0);
    return {
      seated: sum(({ seated }) => seated),
      losses: sum(({ losses }) => losses),
      failures: sum(({ failures }) => failures),
      otherIds: sum(({ otherIds }) => otherIds),
      wholeRooms: sum(({ wholeRooms }) => wholeRooms),
      goodbyes: sum(({ goodbyes }) => goodbyes),
      seatedAt: states.flatMap(({ seatedAt }) => seatedAt),
    };
  }

  end(): void {
    for (const one of this.#processes) one.end();
  }

  #all<Name extends OrderName>(name: Name, ask: (part: number) => Ask<Name>): Promise<Answer<Name>[]> {
    return Promise.all(this.#processes.map((one, part) => one.order(name, ask(part))));
  }
}
