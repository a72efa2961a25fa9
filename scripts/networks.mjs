/** Whether tests can make networks of their own here, to break them: Linux's namespaces, with `ip` and `nft`, as root. */
import { spawnSync } from 'node:child_process';

/** Nothing of it takes as long. */
const TIMEOUT_MS = 20_000;

/**
 * Runs a command to its end.
 *
 * @throws Error with what it said, if it fails or is not there.
 */
export function runCommand(command, input = '') {
  const [program, ...rest] = command;
  const { status, error, stderr } = spawnSync(program, rest, { input, encoding: 'utf8', timeout: TIMEOUT_MS });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${error?.message ?? stderr}`);
}

/**
 * What drops packets, silently, on their way into a namespace and out of it by that interface.
 *
 * @param match what is dropped, in nft's words; undefined: nothing.
 * @param hooks on which ways.
 */
export const dropping = (device, match, hooks = ['ingress', 'egress']) =>
  [
    'flush ruleset',
    'table netdev wire {',
    ...hooks.flatMap((hook) => [
      `chain ${hook} { type filter hook ${hook} device ${device} priority 0;`,
      match === undefined ? '' : `${match} drop`,
      '}',
    ]),
    '}',
    '',
  ].join('\n');

/** Found out by making one. */
export function canMakeNetworks() {
  const name = `video-room-probe-${process.pid}`;
  try {
    runCommand(['ip', 'netns', 'add', name]);
  } catch {
    return false;
  }
  try {
    runCommand(['ip', '-n', name, 'link', 'add', 'wire', 'type', 'veth', 'peer', 'name', 'other']);
    runCommand(['ip', 'netns', 'exec', name, 'nft', '-f', '-'], dropping('wire', 'meta l4proto udp'));
    return true;
  } catch {
    return false;
  } finally {
    runCommand(['ip', 'netns', 'del', name]);
  }
}
