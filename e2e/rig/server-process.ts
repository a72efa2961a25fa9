/**
 * The real server as a process of its own, on a port of its own. It is of a session of its own, as each browser is: Linux deals out
 * the processors by session, and what runs the tests would leave it little.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../libs/turn-check/src/free-port.js';
import { ROOT, SERVER_ENTRY } from './paths.js';

export const API_KEY = { id: 'e2e', secret: 'an-e2e-secret-that-is-long-enough-to-be-accepted' };

export interface TokenRequest {
  room: string;
  identity: string;
  name?: string;
  [field: string]: unknown;
}

export class ServerProcess {
  readonly port: number;
  readonly #entry: string;
  readonly #environment: Record<string, string>;
  #process: ChildProcess | undefined;
  #log = '';

  private constructor(port: number, environment: Record<string, string>, root: string) {
    this.port = port;
    this.#entry = path.join(root, SERVER_ENTRY);
    this.#environment = environment;
  }

  /**
   * @param environment beside what tests need; with another `HOST` it is reached there.
   * @param root folder it is installed in; default: this project.
   */
  static async start(environment: Record<string, string> = {}, root = ROOT): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(environment['HOST']), environment, root);
    await server.start();
    return server;
  }

  get origin(): string {
    return `http://${this.#environment['HOST'] ?? '127.0.0.1'}:${this.port}`;
  }

  /** What the server has printed so far. */
  get log(): string {
    return this.#log;
  }

  /** @param environment beside, or instead of, the one from the beginning. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, [this.#entry], {
      // Away from the project, whose .env is not for tests.
      cwd: tmpdir(),
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        API_KEYS: `${API_KEY.id}:${API_KEY.secret}`,
        ALLOWED_ORIGINS: '*',
        // All of a test comes from one address.
        REST_RATE: '100000',
        CONNECT_RATE: '100000',
        IDLE_PER_ADDRESS: '2500',
        ...this.#environment,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#process = child;
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    child.stdout.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
    await this.#untilHealthy(child);
  }

  /** Ends the process with a signal and waits until it is gone. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  }

  async token(request: TokenRequest): Promise<string> {
    return ((await this.#ask('POST', 'tokens', request)) as { token: string }).token;
  }

  /** Changes what a room is. */
  async setRoom(name: string, settings: object): Promise<void> {
    await this.#ask('PUT', `rooms/${encodeURIComponent(name)}`, settings);
  }

  /** One request to the REST API. */
  async #ask(method: string, path: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.origin}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${API_KEY.id}:${API_KEY.secret}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async #untilHealthy(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const end = child.exitCode ?? child.signalCode;
      if (end !== null) throw new Error(`The server ended at once (${end}):\n${this.#log}`);
      const healthy = await fetch(`${this.origin}/healthz`).then(
        (response) => response.ok,
        () => false,
      );
      if (healthy) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server did not become healthy:\n${this.#log}`);
  }
}
