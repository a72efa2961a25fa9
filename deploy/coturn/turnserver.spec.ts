/**
 * The relay that is shipped, tried with what strangers would try: no peer but the internet, nobody without a credential, and no
 * more than their share for those who have one. Nothing is sent to any peer that must be refused: to ask for it is enough.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addFigure } from '../../bench/report/long-run.js';
import { RefusedError } from '../../libs/turn-check/src/stun-client.js';
import { TurnClient } from '../../libs/turn-check/src/turn-client.js';
import { FORBIDDEN_IPV4, FORBIDDEN_IPV6 } from './forbidden-peers.js';
import { canRunShippedRelay, fillIn, RELAY_IPV4, RELAY_IPV6, SHIPPED, ShippedRelay } from './shipped-relay.js';

const SECRET = 'the-secret-of-the-shipped-relay-in-tests';
const FILLED_IN = fillIn(SHIPPED, { relayIp: RELAY_IPV4, secret: SECRET });
/** Nothing takes as long; what hangs ends the test. */
const PATIENCE_MS = 15_000;

function credentialsFor(id: string, { secret = SECRET, lifeSeconds = 60 } = {}) {
  const username = `${Math.floor(Date.now() / 1000) + lifeSeconds}:${id}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

const clients: TurnClient[] = [];

async function open(relay: ShippedRelay, credentials = credentialsFor('p')): Promise<TurnClient> {
  const server = { host: relay.address, port: 3478, transport: 'udp' } as const;
  const client = await TurnClient.open(server, credentials, { signal: AbortSignal.timeout(PATIENCE_MS) });
  clients.push(client);
  return client;
}

/** What comes of it: `ok`, or the number of the refusal. */
const outcomeOf = (asked: Promise<unknown>): Promise<string | number> =>
  asked.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof RefusedError) return error.number;
      throw error;
    },
  );

/** Every peer that is not refused in both ways there are to ask for one, with what came of it. */
async function allowedOf(client: TurnClient, peers: readonly string[]): Promise<string[]> {
  const allowed: string[] = [];
  for (const address of peers) {
    for (const ask of ['permit', 'bindChannel'] as const) {
      const outcome = await outcomeOf(client[ask]({ address, port: 9 }));
      if (outcome !== 403 && outcome !== 443) allowed.push(`${address} ${ask} ${outcome}`);
    }
  }
  return allowed;
}

const ALL_FORBIDDEN = [...FORBIDDEN_IPV4, ...FORBIDDEN_IPV6];

it('the file that is tested is the one that is shipped, but for the two lines that have to be filled in', () => {
  const shipped = SHIPPED.split('\n');
  const changed = FILLED_IN.split('\n').filter((line, index) => line !== shipped[index]);
  expect(changed).toEqual([`relay-ip=${RELAY_IPV4}`, `static-auth-secret=${SECRET}`]);
  expect(shipped.length).toBe(FILLED_IN.split('\n').length);
});

it('how to fill it in is told as the tests do it', () => {
  const told = readFileSync('docs/operations.md', 'utf8');
  expect(told).toContain('s/^relay-ip=.*/relay-ip=');
  expect(told).toContain('s/^static-auth-secret-.*/static-auth-secret=');
});

/** Left out where there is no coturn or no network can be made: `npm test` names it then, and with CI=true it fails. */
const withRelay = canRunShippedRelay() ? describe : describe.skip;

withRelay('the relay as it is shipped', () => {
  let relay: ShippedRelay;
  beforeAll(async () => {
    relay = await ShippedRelay.start(FILLED_IN);
  });
  afterAll(async () => {
    for (const client of clients.splice(0)) client.close();
    await relay.stop();
  });

  it('understands every line of the file', () => {
    expect(relay.said).not.toMatch(/bad configuration|wrong address|cannot add|resolving/i);
    expect(relay.said).toContain(`Relay address to use: ${RELAY_IPV4}`);
  });

  it('relays to nobody but the internet and itself', async () => {
    const client = await open(relay);
    await client.allocate('ipv4');
    const allowed = await allowedOf(client, ALL_FORBIDDEN);
    expect(allowed).toEqual([]);
    expect(ALL_FORBIDDEN.length).toBeGreaterThanOrEqual(30);
    for (const address of ['8.8.8.8', '198.17.255.255', RELAY_IPV4])
      expect([address, await outcomeOf(client.permit({ address, port: 9 }))]).toEqual([address, 'ok']);
  });

  it('has no relay for IPv6, by which IPv4 could be said in other words', async () => {
    expect(await outcomeOf((await open(relay)).allocate('ipv6'))).toBe(440);
  });

  it.each([
    ['an expired credential', credentialsFor('p', { lifeSeconds: -1 })],
    ['one made with another secret', credentialsFor('p', { secret: 'another-secret' })],
    ['one made with no secret', credentialsFor('p', { secret: '' })],
    ['one made with the words of the file', credentialsFor('p', { secret: 'goes-here' })],
    ['the password of another participant', { ...credentialsFor('p'), username: credentialsFor('q').username }],
    [
      'one whose life was made longer',
      { ...credentialsFor('p'), username: credentialsFor('p', { lifeSeconds: 999 }).username },
    ],
    ['no time in the name', { username: 'p', credential: createHmac('sha1', SECRET).update('p').digest('base64') }],
    ['nothing', { username: '', credential: '' }],
  ])('lets nobody in with %s', async (_, credentials) => {
    expect(await outcomeOf((await open(relay, credentials)).allocate())).toBe(401);
  });

  it('has room for a mesh of 11 that changes networks, refuses one more, and the next person does not notice', async () => {
    const [others, urls] = [10, 3];
    const allocate = async (id: string) => outcomeOf((await open(relay, credentialsFor(id))).allocate());
    const round = () => Promise.all(Array.from({ length: others * urls }, () => allocate('ann')));
    expect(new Set(await round())).toEqual(new Set(['ok']));
    expect(new Set(await round())).toEqual(new Set(['ok']));
    // Another credential of the same participant does not help.
    const later = credentialsFor('ann', { lifeSeconds: 120 });
    expect(await outcomeOf((await open(relay, later)).allocate())).toBe(486);
    expect(await allocate('ben')).toBe('ok');
  });
});

withRelay('the relay as it is shipped, with an IPv6 address added', () => {
  let relay: ShippedRelay;
  beforeAll(async () => {
    relay = await ShippedRelay.start(FILLED_IN.replace(/^relay-ip=.*/m, `$&\nrelay-ip=${RELAY_IPV6}`));
  });
  afterAll(async () => {
    for (const client of clients.splice(0)) client.close();
    await relay.stop();
  });

  it.each(['ipv4', 'ipv6'] as const)(
    'relays over %s to nobody but the internet, however the address is said',
    async (family) => {
      const client = await open(relay);
      await client.allocate(family);
      const allowed = await allowedOf(client, ALL_FORBIDDEN);
      addFigure({
        name: `peers refused over ${family}, of ${ALL_FORBIDDEN.length} forms asked for in 2 ways`,
        measured: String(ALL_FORBIDDEN.length * 2 - allowed.length),
        bound: String(ALL_FORBIDDEN.length * 2),
        met: allowed.length === 0,
      });
      expect(allowed).toEqual([]);
      // A list that is too long kills the relay, and silently.
      const peers = family === 'ipv4' ? ['8.8.8.8', RELAY_IPV4] : ['2606:4700::1111', '2a00::', RELAY_IPV6];
      for (const address of peers)
        expect([address, await outcomeOf(client.permit({ address, port: 9 }))]).toEqual([address, 'ok']);
    },
  );
});

withRelay('the relay as it is shipped and not filled in', () => {
  it('lets nobody in', async () => {
    const relay = await ShippedRelay.start(SHIPPED);
    try {
      for (const secret of ['', 'goes-here', 'static-auth-secret-goes-here', 'north'])
        expect([secret, await outcomeOf((await open(relay, credentialsFor('p', { secret }))).allocate())]).toEqual([
          secret,
          401,
        ]);
    } finally {
      for (const client of clients.splice(0)) client.close();
      await relay.stop();
    }
  });
});
