/** Servers that keep silent or lie, which no real one can be brought to do. */
import { createSocket, type Socket } from 'node:dgram';
import { createServer, type AddressInfo, type Server, type Socket as TcpSocket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkStun, checkTurn } from './index.js';
import {
  ATTRIBUTE,
  attributeOf,
  CLASS,
  decodeMessage,
  encodeMessage,
  longTermKey,
  METHOD,
  type StunMessage,
} from './stun-message.js';
import { encodeXorAddress } from './xor-address.js';

const CREDENTIALS = { username: '1:p', credential: 'password' };
const KEY = longTermKey(CREDENTIALS.username, 'realm', CREDENTIALS.credential);

let udp: Socket | undefined;
let tcp: Server | undefined;
afterEach(async () => {
  await new Promise<void>((resolve) => (udp ? udp.close(resolve) : resolve()));
  await new Promise<void>((resolve) => (tcp ? tcp.close(() => resolve()) : resolve()));
  udp = tcp = undefined;
});

type Reply = { kind: number; attributes?: StunMessage['attributes']; key?: Buffer } | undefined;

/** @param answer what to say to each request, which came from that port */
async function udpServer(answer: (message: StunMessage, from: number) => Reply): Promise<number> {
  const socket = (udp = createSocket('udp4'));
  socket.on('message', (bytes, { port, address }) => {
    const message = decodeMessage(bytes);
    const reply = message && answer(message, port);
    if (!reply) return;
    const { kind, attributes = [], key } = reply;
    socket.send(
      encodeMessage({ type: (message.type & 0xf) | kind, transaction: message.transaction, attributes }, key),
      port,
      address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return socket.address().port;
}

/** Answers as a TURN server does, with `key` proving it, up to the bytes, which it swallows. */
function swallowing(seen: number[], key: Buffer) {
  return (message: StunMessage): Reply => {
    seen.push(message.type);
    if (!attributeOf(message, ATTRIBUTE.username)) {
      return message.type === METHOD.allocate ? { kind: CLASS.error, attributes: UNAUTHENTICATED } : undefined;
    }
    const relayed = encodeXorAddress({ address: '127.0.0.1', port: 9 }, message.transaction);
    return { kind: CLASS.success, attributes: [[ATTRIBUTE.relayedAddress, relayed]], key };
  };
}

const UNAUTHENTICATED: StunMessage['attributes'] = [
  [ATTRIBUTE.errorCode, Buffer.from([0, 0, 4, 1])],
  [ATTRIBUTE.realm, Buffer.from('realm')],
  [ATTRIBUTE.nonce, Buffer.from('nonce')],
];

const within = (ms: number): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(ms) });

describe('a TURN server', () => {
  it('that swallows the bytes is told from one that relays, and gets its allocations back', async () => {
    const seen: number[] = [];
    const port = await udpServer(swallowing(seen, KEY));
    const outcome = await checkTurn(`turn:127.0.0.1:${port}`, CREDENTIALS, { ...within(15_000), relayWithinMs: 50 });
    expect(outcome).toMatchObject({ code: 'turn-no-relay', reason: 'no bytes came back' });
    while (seen.filter((type) => type === METHOD.refresh).length < 2) {
      await new Promise((resolve) => udp?.once('message', resolve));
    }
  });

  it('that does not know the key either is not believed', async () => {
    const ended = new AbortController();
    const answer = swallowing([], Buffer.from('another key'));
    let proven = 0;
    const port = await udpServer((message) => {
      if (attributeOf(message, ATTRIBUTE.username)) proven += 1;
      // Asked again: the answer did not count.
      if (proven === 2) ended.abort();
      return answer(message);
    });
    const outcome = await checkTurn(`turn:127.0.0.1:${port}`, CREDENTIALS, { signal: ended.signal });
    expect(outcome).toMatchObject({ code: 'turn-unreachable', reason: 'no answer in time' });
  });

  it('whose quota is used up refuses', async () => {
    const full = Buffer.concat([Buffer.from([0, 0, 4, 86]), Buffer.from('Allocation Quota\r\nReached')]);
    const port = await udpServer((message) =>
      attributeOf(message, ATTRIBUTE.username)
        ? { kind: CLASS.error, attributes: [[ATTRIBUTE.errorCode, full]] }
        : { kind: CLASS.error, attributes: UNAUTHENTICATED },
    );
    expect(await checkTurn(`turn:127.0.0.1:${port}`, CREDENTIALS, within(15_000))).toMatchObject({
      code: 'turn-refused',
      reason: '486 Allocation QuotaReached',
    });
  });

  it.each([
    [2, { code: 'turn-unauthorized', reason: '401' }],
    [3, { code: 'turn-refused', reason: '437 Mismatched allocation' }],
  ])(
    'that knows an allocation of the same port, and of %i in a row, is asked from another',
    async (known, expected) => {
      const mismatch = Buffer.concat([Buffer.from([0, 0, 4, 37]), Buffer.from('Mismatched allocation')]);
      const ports = new Set<number>();
      const port = await udpServer((_, from) => {
        ports.add(from);
        return {
          kind: CLASS.error,
          attributes: ports.size <= known ? [[ATTRIBUTE.errorCode, mismatch]] : UNAUTHENTICATED,
        };
      });
      expect(await checkTurn(`turn:127.0.0.1:${port}`, CREDENTIALS, within(15_000))).toMatchObject(expected);
      expect(ports.size).toBe(3);
    },
  );

  it('that always finds the nonce stale is not asked for ever', async () => {
    const stale: StunMessage['attributes'] = [
      [ATTRIBUTE.errorCode, Buffer.from([0, 0, 4, 38])],
      ...UNAUTHENTICATED.slice(1),
    ];
    const port = await udpServer(() => ({ kind: CLASS.error, attributes: stale }));
    expect(await checkTurn(`turn:127.0.0.1:${port}`, CREDENTIALS, within(15_000))).toMatchObject({
      code: 'turn-unauthorized',
      reason: '438',
    });
  });

  it('that says nothing is asked again over UDP, and given up when aborted', async () => {
    let requests = 0;
    const ended = new AbortController();
    const port = await udpServer(() => {
      requests += 1;
      if (requests === 2) ended.abort();
      return undefined;
    });
    expect(await checkStun(`stun:127.0.0.1:${port}`, { signal: ended.signal })).toMatchObject({
      code: 'stun-unreachable',
      reason: 'no answer in time',
    });
    expect(requests).toBe(2);
  });

  it('to which no packet can be sent is unreachable, over UDP too', async () => {
    // This machine refuses to send to everybody.
    const outcome = await checkTurn('turn:255.255.255.255:3478', CREDENTIALS, within(15_000));
    expect(outcome).toMatchObject({ code: 'turn-unreachable', reason: expect.stringMatching(/^E[A-Z]+$/) });
  });

  it('that takes connections and says nothing', async () => {
    const sockets: TcpSocket[] = [];
    let ended = new AbortController();
    const server = (tcp = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => ended.abort());
      sockets.push(socket);
    }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    for (const [url, code] of [
      [`turn:127.0.0.1:${port}?transport=tcp`, 'turn-unreachable'],
      [`turns:127.0.0.1:${port}`, 'turn-tls-failed'],
    ] as const) {
      ended = new AbortController();
      const outcome = await checkTurn(url, CREDENTIALS, { signal: ended.signal });
      expect(outcome).toMatchObject({ code, reason: 'no answer in time' });
    }
    for (const socket of sockets) socket.destroy();
  });
});
