/** A server as a process of its own that can be asked for its CPU time and memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../libs/turn-check/src/free-port.js';
import { NODE_FLAGS, SERVER_ENTRY } from '../../scripts/build.mjs';
import { cpuTimeUs } from './cpu-time.js';
import { API_KEY } from './tokens.js';

const PROBE = path.join(import.meta.dirname, 'probe.mjs');

export interface Program {
  entry: string;
  flags?: readonly string[];
  environment?: Record<string, string>;
}

/** What `npm run build` makes, with the settings of production but for what is said here. */
export const OURS: Program = {
  entry: SERVER_ENTRY,
  flags: NODE_FLAGS,
  environment: {
    HOST: '127.0.0.1',
    API_KEYS: `${API_KEY.id}:${API_KEY.secret}`,
    ALLOWED_ORIGINS: '*',
    // A bench sends as fast as it can; the limit is still checked for each message.
    SOCKET_BURST: '100000',
    SOCKET_RATE: '10000',
    // All that it opens come from one address.
    CONNECT_RATE: '1000000',
    IDLE_PER_ADDRESS: '1000000',
    IDLE_IN_ALL: '1000000',
  },
};

export const BARE: Program = { entry: path.join(import.meta.dirname, 'bare-relay.mjs') };

export const BARE_ROOMS: Program = { entry: path.join(import.meta.dirname, 'bare-rooms.mjs') };

export interface Memory {
  /** Bytes. */
  rss: number;
  heapUsed: number;
}

/** How late the event loop was, in milliseconds, since the first connection or since this was asked last. */
export interface LoopDelay {
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
}

export class MeasuredServer {
  readonly port: number;
  readonly #process: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.#process = child;
  }

  /** @param at the port; default any free one. */
  static async start({ entry, flags = [], environment }: Program, at?: number): Promise<MeasuredServer> {
    const port = at ?? (await freePort());
    const child = spawn(process.execPath, [...flags, '--expose-gc', '--import', PROBE, entry], {
      cwd: mkdtempSync(path.join(tmpdir(), 'video-room-bench-')),
      env: { ...process.env, ...environment, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await untilAnswering(port, child);
    return new MeasuredServer(port, child);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Microseconds of CPU so far. */
  async cpuUs(): Promise<number> {
    const { pid } = this.#process;
    return (pid && cpuTimeUs(pid)) || (await this.#ask<{ cpuUs: number }>('cpu')).cpuUs;
  }

  /** After a forced collection of garbage. */
  memory(): Promise<Memory> {
    return this.#ask('memory');
  }

  loopDelay(): Promise<LoopDelay> {
    return this.#ask('loop');
  }

  /** Asks the process to end, and waits until it has. */
  async terminate(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }

  /** Ends the process at once; nobody is told. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  async #ask<Answer>(question: string): Promise<Answer> {
    const answered = once(this.#process, 'message');
    this.#process.send(question);
    return ((await answered) as [Answer])[0];
  }
}

async function untilAnswering(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('A server ended at once.');
    const answers = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('A server did not start.');
}
