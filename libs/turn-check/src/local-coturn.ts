/** A coturn of one's own for a test: on this machine, on a free port, with its files in a folder that goes with it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { checkStun } from './check-stun.js';
import { freePort, LOOPBACK } from './free-port.js';

export interface CoturnOptions {
  /** IPv4 address of this machine that it listens and relays on; default 127.0.0.1, which browsers do not relay from. */
  address?: string;
  /** One that is free for UDP and TCP, as that of one that was there before; undefined: any. */
  port?: number;
  /** Shared secret of the time-limited credentials; undefined: it asks for none. */
  secret?: string;
  /** PEM texts; undefined: no TLS. */
  tls?: { key: string; cert: string };
  /** Whether it relays to peers on loopback, which are the only ones a test has. */
  relays: boolean;
}

export interface Coturn {
  address: string;
  /** For UDP and TCP. */
  port: number;
  tlsPort: number;
  stop(): Promise<void>;
}

/** Path of the installed coturn: TURNSERVER_PATH, or where systems put it. Undefined: there is none. */
export function findCoturn(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return process.env['TURNSERVER_PATH'] ?? folders.map((folder) => join(folder, 'turnserver')).find(existsSync);
}

/** Somebody else may take the port that was free, so it is tried again with another. */
const ATTEMPTS = 3;
/** Until it answers, in milliseconds. */
const UP_WITHIN_MS = 6_000;
/** A connection that it takes while it is starting may never get an answer, so it is asked on another. */
const ANSWER_MS = 1_000;

export async function startCoturn(options: CoturnOptions): Promise<Coturn> {
  for (let attempt = 1; ; attempt += 1) {
    const { address = LOOPBACK, port = await freePort(address) } = options;
    const place = { address, port, tlsPort: await freePort(address) };
    const coturn = await tryCoturn(place, options);
    if (typeof coturn !== 'string') return coturn;
    if (attempt === ATTEMPTS) throw new Error(`coturn does not start: ${coturn}`);
  }
}

type Place = Pick<Coturn, 'address' | 'port' | 'tlsPort'>;

/** What coturn said when it did not start. */
async function tryCoturn(place: Place, options: CoturnOptions): Promise<Coturn | string> {
  const folder = mkdtempSync(join(tmpdir(), 'video-room-coturn-'));
  const child = spawn(findCoturn() ?? 'turnserver', argumentsFor(folder, place, options), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const isGone = new AbortController();
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => isGone.abort());
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const isUp = await answers(place, isGone.signal);
  if (isUp) return { ...place, stop };
  await stop();
  return said;
}

function argumentsFor(
  folder: string,
  { address, port, tlsPort }: Place,
  { secret, tls, relays }: CoturnOptions,
): string[] {
  const path = (name: string): string => join(folder, name);
  if (tls) {
    writeFileSync(path('key.pem'), tls.key, { mode: 0o600 });
    writeFileSync(path('cert.pem'), tls.cert);
  }
  return [
    '-n',
    ...[`--listening-ip=${address}`, `--relay-ip=${address}`],
    ...[`--listening-port=${port}`, `--tls-listening-port=${tlsPort}`],
    ...['--realm=test', '--no-cli', '--no-dtls', '--log-file=stdout', '--simple-log'],
    ...[`--userdb=${path('db')}`, `--pidfile=${path('pid')}`],
    ...(secret === undefined ? ['--no-auth'] : ['--use-auth-secret', `--static-auth-secret=${secret}`]),
    ...(tls ? [`--cert=${path('cert.pem')}`, `--pkey=${path('key.pem')}`] : ['--no-tls']),
    ...(relays ? ['--allow-loopback-peers'] : []),
  ];
}

/** Whether it answers over UDP and TCP, before it is gone, and in time. */
async function answers({ address, port }: Place, gone: AbortSignal): Promise<boolean> {
  const ended = AbortSignal.any([gone, AbortSignal.timeout(UP_WITHIN_MS)]);
  for (const scheme of [`stun:${address}:${port}`, `turn:${address}:${port}?transport=tcp`]) {
    for (;;) {
      const { code } = await checkStun(scheme, { signal: AbortSignal.any([ended, AbortSignal.timeout(ANSWER_MS)]) });
      if (ended.aborted) return false;
      if (code === 'stun-ok') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return true;
}
