/** The firewall that is shipped: what it must stop is stopped, and the calls that it is there for go on. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TurnClient } from '../../libs/turn-check/src/turn-client.js';
import { runCommand } from '../../scripts/networks.mjs';
import { canRunShippedRelay, fillIn, RELAY_IPV4, SHIPPED, ShippedRelay } from './shipped-relay.js';

const SECRET = 'the-secret-of-the-shipped-relay-in-tests';
/** `nobody` is on every machine, which the user of Debian's package is not. */
const FIREWALL = readFileSync('deploy/coturn/firewall.nft', 'utf8').replaceAll('"turnserver"', '"nobody"');
const CONFIGURATION = `${fillIn(SHIPPED, { relayIp: RELAY_IPV4, secret: SECRET })}proc-user=nobody\n`;
/** Some other service of the machine. */
const SERVICE = { address: RELAY_IPV4, port: 5300 };
const SERVICE_PROGRAM = `const s = require('dgram').createSocket('udp4');
s.on('message', (_, { port, address }) => s.send('from the service', port, address));
s.bind(${SERVICE.port}, '${SERVICE.address}', () => console.log('up'));`;

/** What to end, the last made first. */
const made: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of made.splice(0).reverse()) await end();
});

async function open(relay: ShippedRelay, id: string): Promise<TurnClient> {
  const username = `${Math.floor(Date.now() / 1000) + 60}:${id}`;
  const credential = createHmac('sha1', SECRET).update(username).digest('base64');
  const server = { host: relay.address, port: 3478, transport: 'udp' } as const;
  const client = await TurnClient.open(server, { username, credential }, { signal: AbortSignal.timeout(15_000) });
  made.push(() => client.close());
  return client;
}

async function startService(relay: ShippedRelay): Promise<void> {
  const [command, ...rest] = relay.inside(process.execPath, '-e', SERVICE_PROGRAM);
  const service: ChildProcess = spawn(command, rest, { stdio: ['ignore', 'pipe', 'ignore'] });
  made.push(() => service.kill('SIGKILL'));
  await once(service.stdout!, 'data');
}

const nextTo = (client: TurnClient): Promise<string> =>
  new Promise((resolve) => {
    client.onData = (_, data) => resolve(data.toString());
  });

/** How many packets the firewall has dropped. */
function droppedIn(relay: ShippedRelay): number {
  const [command, ...rest] = relay.inside('nft', 'list', 'ruleset');
  const rules = execFileSync(command, rest, { encoding: 'utf8' });
  return [...rules.matchAll(/counter packets (\d+)/g)].reduce((sum, [, packets]) => sum + Number(packets), 0);
}

/** Left out where there is no coturn or no network can be made: `npm test` names it then, and with CI=true it fails. */
const withRelay = canRunShippedRelay() ? describe : describe.skip;

withRelay('the firewall as it is shipped', () => {
  it('keeps what is relayed off the other ports of the machine, and lets two people meet at the relay', async () => {
    const relay = await ShippedRelay.start(CONFIGURATION);
    made.push(() => relay.stop());
    await startService(relay);
    const stranger = await open(relay, 'stranger');
    await stranger.allocate();
    await stranger.permit(SERVICE);
    const answered = nextTo(stranger);
    stranger.sendTo(SERVICE, Buffer.from('?'));
    expect(await answered).toBe('from the service');

    const [nft, ...rest] = relay.inside('nft', '-f', '-');
    runCommand([nft, ...rest], FIREWALL);
    stranger.sendTo(SERVICE, Buffer.from('?'));
    while (droppedIn(relay) === 0) await new Promise((resolve) => setTimeout(resolve, 20));

    const [near, far] = [await open(relay, 'near'), await open(relay, 'far')];
    const [here, there] = [await near.allocate(), await far.allocate()];
    await Promise.all([near.permit(there), far.permit(here)]);
    const arrived = nextTo(far);
    near.sendTo(there, Buffer.from('hello'));
    expect(await arrived).toBe('hello');
  });
});
