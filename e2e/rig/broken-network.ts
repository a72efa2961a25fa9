/**
 * A network of a test's own with one wire to this machine, on which the test drops packets, and browsers that have no other
 * way out. Linux only, as root (scripts/networks.mjs says whether).
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { dropping, runCommand } from '../../scripts/networks.mjs';
import { chromiumPath } from './browsers.js';

const NAMES = /^video-room-(\d+)-\d+$/;
const NAMESPACES = '/run/netns';

/** What is lost on the wire, in both directions. */
export const UDP = 'meta l4proto udp';
export const lossOf = (percent: number): string => `${UDP} numgen random mod 100 < ${percent}`;

export class BrokenNetwork {
  static #made = 0;
  readonly #name: string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'video-room-network-'));
  /** This end of the wire; its name may have 15 characters. */
  readonly #device: string;
  readonly #onExit = () => this.remove();
  /** Address of this machine, as it is reached from in there. */
  readonly host: string;

  private constructor() {
    const number = (BrokenNetwork.#made += 1);
    this.#name = `video-room-${process.pid}-${number}`;
    this.#device = `vr${process.pid}n${number}`;
    this.host = `${freeSubnet()}.1`;
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

  /** Drops what matches, in nft's words, from now on; undefined: nothing. */
  drop(match: string | undefined): void {
    runCommand(['ip', 'netns', 'exec', this.#name, 'nft', '-f', '-'], dropping('wire', match));
  }

  /** Path of a Chromium that runs in there. */
  get chromium(): string {
    const file = path.join(this.#folder, 'chromium');
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#name} '${chromiumPath() ?? 'chromium'}' "$@"\n`);
    chmodSync(file, 0o700);
    return file;
  }

  /** Also called when the process ends, so a test that fails leaves nothing behind. */
  remove(): void {
    process.off('exit', this.#onExit);
    removeIfThere('link', this.#device);
    removeIfThere('netns', this.#name);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #make(): void {
    process.on('exit', this.#onExit);
    const inside = this.host.replace(/1$/, '2');
    const [name, device] = [this.#name, this.#device];
    runCommand(['ip', 'netns', 'add', name]);
    runCommand(['ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', 'wire', 'netns', name]);
    runCommand(['ip', 'address', 'add', `${this.host}/24`, 'dev', device]);
    runCommand(['ip', 'link', 'set', device, 'up']);
    runCommand(['ip', '-n', name, 'address', 'add', `${inside}/24`, 'dev', 'wire']);
    for (const each of ['lo', 'wire']) runCommand(['ip', '-n', name, 'link', 'set', each, 'up']);
  }
}

/** The first three numbers of addresses that nothing on this machine has. */
function freeSubnet(): string {
  const taken = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const random = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));
  const subnet = `10.${random(64, 255)}.${random(0, 255)}`;
  return taken.some((address) => address.startsWith(`${subnet}.`)) ? freeSubnet() : subnet;
}

/** Networks of tests that were killed. */
function removeForgotten(): void {
  for (const name of namespaces()) {
    const owner = Number(NAMES.exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) removeIfThere('netns', name);
  }
}

function removeIfThere(kind: 'link' | 'netns', name: string): void {
  try {
    runCommand(['ip', kind, 'del', name]);
  } catch {
    // It was never made, or somebody else has removed it.
  }
}

function namespaces(): string[] {
  try {
    return readdirSync(NAMESPACES);
  } catch {
    return [];
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
