/**
 * For tests: coturn with the configuration that is shipped beside this, in a network of its own. There is a wire from it to this
 * machine and no way further: whatever coturn could be talked into sending, nothing leaves. Linux only, as root
 * (scripts/networks.mjs says whether). Knows nothing of Video Room's server and of browsers.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkStun } from '../../libs/turn-check/src/check-stun.js';
import { findCoturn } from '../../libs/turn-check/src/local-coturn.js';
import { canMakeNetworks, runCommand } from '../../scripts/networks.mjs';

/** What a site owner fills in. */
export interface Fields {
  relayIp: string;
  secret: string;
}

export const SHIPPED = readFileSync(fileURLToPath(new URL('turnserver.conf', import.meta.url)), 'utf8');

/** As docs/operations.md says it. */
export const fillIn = (shipped: string, { relayIp, secret }: Fields): string =>
  shipped
    .replace(/^relay-ip=.*/m, `relay-ip=${relayIp}`)
    .replace(/^static-auth-secret-.*/m, `static-auth-secret=${secret}`);

/** Public addresses, as a relay has one and as peers must be allowed to have; here they lead nowhere. */
export const RELAY_IPV4 = '25.0.0.1';
export const RELAY_IPV6 = '2a00:1:2:3::1';

export const canRunShippedRelay = (): boolean => findCoturn() !== undefined && canMakeNetworks();

/** Until it answers, in milliseconds. */
const UP_WITHIN_MS = 15_000;
const ANSWER_MS = 1_000;

export class ShippedRelay {
  static #made = 0;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'video-room-coturn-'));
  /** So that others find it who clean up behind tests that were killed. */
  readonly #network: string;
  readonly #device: string;
  readonly #subnet = freeSubnet();
  #coturn: ChildProcess | undefined;
  #said = '';
  readonly #onExit = () => this.#remove();

  private constructor() {
    const number = `7${(ShippedRelay.#made += 1)}`;
    this.#network = `video-room-${process.pid}-${number}`;
    this.#device = `vr${process.pid}n${number}`;
  }

  /** @param configuration whole text of the file. @throws Error if it does not start; then nothing is left of it. */
  static async start(configuration: string): Promise<ShippedRelay> {
    const relay = new ShippedRelay();
    process.on('exit', relay.#onExit);
    try {
      relay.#makeNetwork();
      await relay.#startCoturn(configuration);
      return relay;
    } catch (error) {
      await relay.stop();
      throw error;
    }
  }

  /** Its address for clients; the port is the usual one. */
  get address(): string {
    return `${this.#subnet}.2`;
  }

  get said(): string {
    return this.#said;
  }

  /** A command that runs in its network. */
  inside(...command: string[]): [string, ...string[]] {
    return ['ip', 'netns', 'exec', this.#network, ...command];
  }

  async stop(): Promise<void> {
    const coturn = this.#coturn;
    if (coturn && coturn.exitCode === null) {
      const gone = new Promise((resolve) => coturn.once('exit', resolve));
      coturn.kill('SIGKILL');
      await gone;
    }
    this.#remove();
  }

  #remove(): void {
    process.off('exit', this.#onExit);
    this.#coturn?.kill('SIGKILL');
    for (const each of [
      ['link', this.#device],
      ['netns', this.#network],
    ]) {
      try {
        runCommand(['ip', each[0]!, 'del', each[1]!]);
      } catch {
        // It was never made.
      }
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #makeNetwork(): void {
    const [network, device] = [this.#network, this.#device];
    runCommand(['ip', 'netns', 'add', network]);
    runCommand(['ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', 'wire', 'netns', network]);
    runCommand(['ip', 'address', 'add', `${this.#subnet}.1/24`, 'dev', device]);
    runCommand(['ip', 'link', 'set', device, 'up']);
    runCommand(['ip', '-n', network, 'address', 'add', `${this.address}/24`, 'dev', 'wire']);
    for (const each of ['lo', 'wire']) runCommand(['ip', '-n', network, 'link', 'set', each, 'up']);
    runCommand(['ip', '-n', network, 'address', 'add', `${RELAY_IPV4}/32`, 'dev', 'lo']);
    runCommand(['ip', '-n', network, 'address', 'add', `${RELAY_IPV6}/128`, 'dev', 'lo', 'nodad']);
  }

  async #startCoturn(configuration: string): Promise<void> {
    const file = (name: string): string => path.join(this.#folder, name);
    writeFileSync(file('turnserver.conf'), configuration, { mode: 0o600 });
    // It may become another user, who needs to write here.
    chmodSync(this.#folder, 0o777);
    const [command, ...rest] = this.inside(
      ...[findCoturn() ?? 'turnserver', '-c', file('turnserver.conf')],
      // Where it lives, not how it behaves.
      ...[`--userdb=${file('db')}`, `--pidfile=${file('pid')}`, '--log-file=stdout', '--simple-log'],
    );
    const coturn = spawn(command, rest, { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#coturn = coturn;
    for (const output of [coturn.stdout, coturn.stderr])
      output.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    const isGone = new AbortController();
    coturn.once('error', () => isGone.abort());
    coturn.once('exit', () => isGone.abort());
    const ended = AbortSignal.any([isGone.signal, AbortSignal.timeout(UP_WITHIN_MS)]);
    while (!ended.aborted) {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(ANSWER_MS)]);
      const { code } = await checkStun(`stun:${this.address}:3478`, { signal });
      if (code === 'stun-ok') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`coturn does not start: ${this.#said.slice(-2000)}`);
  }
}

/** The first three numbers of addresses that nothing on this machine has. */
function freeSubnet(): string {
  const taken = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const random = (): number => 1 + Math.floor(Math.random() * 254);
  const subnet = `10.${random()}.${random()}`;
  return taken.some((address) => address.startsWith(`${subnet}.`)) ? freeSubnet() : subnet;
}
