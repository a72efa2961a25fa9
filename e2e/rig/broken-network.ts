/**
 * A network of a test's own with one wire to this machine, which the test cuts, thins out and moves, and browsers that have
 * no other way out. Linux only, as root (scripts/networks.mjs says whether).
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { dropping, runCommand } from '../../scripts/networks.mjs';
import { wholeChromiumPath } from './browsers.js';
import { folderOf, removeForgotten, removeIfThere } from './forgotten-networks.js';

/** What is lost on the wire, in nft's words. */
export const EVERYTHING = 'counter';
export const UDP = 'meta l4proto udp';
export const TCP = 'meta l4proto tcp';
export const lossOf = (percent: number, of = ''): string => `${of} numgen random mod 100 < ${percent}`;

/** Which way packets go, as seen from inside. */
export type Way = 'in' | 'out';

const HOOKS: Record<Way, string> = { in: 'ingress', out: 'egress' };

export class BrokenNetwork {
  static #made = 0;
  readonly #name: string;
  /** This end of the wire; its name may have 15 characters. */
  readonly #device: string;
  readonly #onExit = () => this.remove();
  /** Where the other end has had addresses, by their first three numbers; the last is where it is. */
  readonly #subnets: string[] = [];
  /** Address of this machine, as it is reached from in there. */
  readonly host: string;

  private constructor() {
    const number = (BrokenNetwork.#made += 1);
    this.#name = `video-room-${process.pid}-${number}`;
    this.#device = `vr${process.pid}n${number}`;
    const subnet = freeSubnet();
    this.#subnets.push(subnet);
    this.host = `${subnet}.1`;
  }

  /** @throws Error if that cannot be done here; then nothing is left of it. */
  static make(): BrokenNetwork {
    removeForgotten();
    const network = new BrokenNetwork();
    try {
      network.#make();
    } catch (error) {
      network.remove();
      throw error;
    }
    return network;
  }

  /** Drops what matches, in nft's words, from now on; undefined: nothing. On both ways, if none is named. */
  drop(match: string | undefined, ...ways: Way[]): void {
    const hooks = ways.length > 0 ? ways.map((way) => HOOKS[way]) : undefined;
    runCommand(['ip', 'netns', 'exec', this.#name, 'nft', '-f', '-'], dropping('wire', match, hooks));
  }

  /** Pulls the plug, or puts it back in: unlike with packets that are dropped, browsers are told. */
  plug(isIn: boolean): void {
    runCommand(['ip', '-n', this.#name, 'link', 'set', 'wire', isIn ? 'up' : 'down']);
    // What goes with a link that is down.
    if (isIn) this.#route();
  }

  /** Those inside get another address in another network and lose theirs, as with a telephone that leaves the house. */
  changeAddress(): void {
    const [from = '', to] = [this.#subnets.at(-1), freeSubnet()];
    this.#subnets.push(to);
    this.#address(to);
    runCommand(['ip', '-n', this.#name, 'address', 'del', `${from}.2/24`, 'dev', 'wire']);
    this.#route();
    // Here only the first is needed any longer: browsers would try each of them.
    if (from !== this.#subnets[0]) runCommand(['ip', 'address', 'del', `${from}.1/24`, 'dev', this.#device]);
  }

  /**
   * Lets no more through than so much on either way, and lets what is too much wait for so long before it is dropped;
   * undefined: there is no such bottleneck.
   */
  narrow(bottleneck: { kbps: number; queueMs: number } | undefined): void {
    const ends = [
      ['-n', this.#name, 'qdisc', bottleneck ? 'replace' : 'del', 'dev', 'wire', 'root'],
      ['qdisc', bottleneck ? 'replace' : 'del', 'dev', this.#device, 'root'],
    ];
    const { kbps = 0, queueMs = 0 } = bottleneck ?? {};
    const how = bottleneck ? ['tbf', 'rate', `${kbps}kbit`, 'burst', '4kb', 'latency', `${queueMs}ms`] : [];
    for (const end of ends) runCommand(['tc', ...end, ...how]);
  }

  /** Path of a Chromium that runs in there. */
  get chromium(): string {
    const file = path.join(folderOf(this.#name), 'chromium');
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#name} '${wholeChromiumPath()}' "$@"\n`);
    chmodSync(file, 0o700);
    return file;
  }

  /** Also called when the process ends, so a test that fails leaves nothing behind. */
  remove(): void {
    process.off('exit', this.#onExit);
    removeIfThere('link', this.#device);
    removeIfThere('netns', this.#name);
    rmSync(folderOf(this.#name), { recursive: true, force: true });
  }

  #make(): void {
    process.on('exit', this.#onExit);
    mkdirSync(folderOf(this.#name), { recursive: true, mode: 0o700 });
    const [name, device] = [this.#name, this.#device];
    runCommand(['ip', 'netns', 'add', name]);
    runCommand(['ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', 'wire', 'netns', name]);
    runCommand(['ip', 'link', 'set', device, 'up']);
    for (const each of ['lo', 'wire']) runCommand(['ip', '-n', name, 'link', 'set', each, 'up']);
    this.#address(this.#subnets.at(-1) ?? '');
  }

  /** One address at each end. */
  #address(subnet: string): void {
    runCommand(['ip', 'address', 'add', `${subnet}.1/24`, 'dev', this.#device]);
    runCommand(['ip', '-n', this.#name, 'address', 'add', `${subnet}.2/24`, 'dev', 'wire']);
  }

  /** The machine is reached under its first address, from whichever network. */
  #route(): void {
    const subnet = this.#subnets.at(-1) ?? '';
    if (this.#subnets.length === 1) return;
    runCommand(['ip', '-n', this.#name, 'route', 'replace', `${this.host}/32`, 'dev', 'wire', 'src', `${subnet}.2`]);
  }
}

/** The first three numbers of addresses that nothing on this machine has. */
function freeSubnet(): string {
  const taken = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const random = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));
  const subnet = `10.${random(64, 255)}.${random(0, 255)}`;
  return taken.some((address) => address.startsWith(`${subnet}.`)) ? freeSubnet() : subnet;
}
