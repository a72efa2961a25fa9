/** A real relay (coturn) on this machine, for one test. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './server-process.js';

export const RELAY_SECRET = 'the-secret-of-the-relay-in-tests';

/** `npm test` says where coturn is. */
const TURNSERVER = process.env['TURNSERVER_PATH'] ?? 'turnserver';

export const hasRelay = (): boolean => spawnSync(TURNSERVER, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Browsers relay from no loopback address, so this machine's own is taken where it has one. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address ?? '127.0.0.1';

export class Relay {
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    process: ChildProcess,
    folder: string,
    readonly host: string,
  ) {
    this.#process = process;
    this.#folder = folder;
  }

  static async start(): Promise<Relay> {
    const address = ownAddress();
    const port = await freePort();
    const folder = mkdtempSync(path.join(tmpdir(), 'relay-'));
    const child = spawn(
      TURNSERVER,
      [
        ...['-n', '--use-auth-secret', `--static-auth-secret=${RELAY_SECRET}`, '--realm=relay.test', '--fingerprint'],
        ...[`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${port}`],
        ...['--min-port=50100', '--max-port=50400', '--no-tls', '--no-dtls', '--no-cli', '--allow-loopback-peers'],
        ...['--log-file=stdout', `--userdb=${folder}/users`, `--pidfile=${folder}/pid`],
      ],
      { stdio: 'ignore', cwd: folder },
    );
    const relay = new Relay(child, folder, `${address}:${port}`);
    await untilOpen(address, port);
    return relay;
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function untilOpen(host: string, port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const socket = createConnection({ host, port });
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The relay does not listen');
}
