/** Many people who are nothing but sockets, in rooms of ten, in a process of their own so that they do not slow the test. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ROOT } from './paths.js';
import type { ServerProcess } from './server-process.js';

export type CrowdOrder = { type: 'enter'; tokens: string[] } | { type: 'settle' } | { type: 'look' };

/** Of each member. */
export interface CrowdView {
  /** How many people it sees online, itself included. */
  online: number[];
  /** Since when it sees exactly those it saw when the crowd had settled; null: it does not. */
  rightSince: (number | null)[];
  /** What the first few of those see who do not. */
  wrong: string[];
}

const PER_ROOM = 10;
/** How many tokens are asked for at the same time. */
const ABREAST = 25;

export class Crowd {
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  /** As soon as everybody sees everybody of the same room. */
  static async enter(server: ServerProcess, count: number): Promise<Crowd> {
    const child = fork(path.join(ROOT, 'e2e/rig/crowd-process.ts'), [server.origin], { execArgv: ['--import', 'tsx'] });
    const crowd = new Crowd(child);
    // The server may outlive a crowd, whose seats it then keeps for a while.
    const rooms = `crowd ${randomUUID()}`;
    for (let made = 0; made < count; made += ABREAST) {
      const numbers = Array.from({ length: Math.min(ABREAST, count - made) }, (_, index) => made + index);
      const tokens = await Promise.all(
        numbers.map((number) =>
          server.token({ room: `${rooms} ${Math.floor(number / PER_ROOM)}`, identity: `member-${number}` }),
        ),
      );
      await crowd.#ask({ type: 'enter', tokens });
    }
    await expect
      .poll(async () => (await crowd.look()).online.filter((online) => online < PER_ROOM).length, { timeout: 60_000 })
      .toBe(0);
    await crowd.#ask({ type: 'settle' });
    return crowd;
  }

  look(): Promise<CrowdView> {
    return this.#ask({ type: 'look' });
  }

  async leave(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  async #ask(order: CrowdOrder): Promise<CrowdView> {
    const answer = once(this.#process, 'message');
    this.#process.send(order);
    const [view] = (await answer) as [CrowdView];
    return view;
  }
}
