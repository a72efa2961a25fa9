import { connect, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addFigure, inLongRun } from '../../../../bench/report/long-run.js';
import { mutate, seededRandom } from '../../../../libs/protocol/test/mutations.js';
import { linkBetween, longSdp, offer, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const PACKETS = inLongRun(150, 50_000);
/** How many strangers at the same time. */
const ABREAST = 25;
const KILOBYTE = 1024;
const SIZES = [65, KILOBYTE, inLongRun(2, 10) * KILOBYTE, inLongRun(4, 100) * KILOBYTE];

const TEXT = 0x1;
const CONTINUATION = 0x0;
const FINAL = 0x80;
const COMPRESSED = 0x40;
const MASKED = 0x80;

/** The server's goodbye, as it is seen in what came. */
const CLOSE = '\u0088\u0000';

/** A frame as a client sends it, masked with zeros; `first` is its first byte. */
function frame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  head[0] = first;
  head[1] = MASKED | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (length >= 65_536) head.writeBigUInt64BE(BigInt(length), 2);
  else if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

const text = (payload: string): Buffer => frame(FINAL | TEXT, Buffer.from(payload));

interface Stranger {
  socket: Socket;
  /** What came so far, as it came. */
  heard(): string;
  /** Resolves when the server has ended the connection. */
  closed: Promise<void>;
}

/** A WebSocket of which nothing is hidden. @param query after `EIO=4`. @param more lines of the request's head. */
async function stranger(url: string, query = '&transport=websocket', more: readonly string[] = []): Promise<Stranger> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let heard = '';
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  const head = [
    `GET /socket.io/?EIO=4${query} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...more,
  ];
  const answered = once(socket, 'data');
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    if (heard.includes(CLOSE)) socket.end(frame(FINAL | 0x8, Buffer.alloc(0)));
  });
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await Promise.race([answered, closed]);
  return { socket, heard: () => heard, closed };
}

describe('frames of strangers', () => {
  let server: TestServer;
  let ada: TestClient;
  let ben: TestClient;

  beforeEach(async () => {
    server = await startServer({ CONNECT_RATE: '1000000', SEAT_GRACE: '0' });
    ada = await server.join('ada');
    ben = await server.join('ben');
  });

  afterEach(async () => {
    const { id } = linkBetween(ben, ada);
    expect(await ben.request('signal', offer(id, 99))).toEqual({ ok: true });
    await ada.next('signal', ({ seq }) => seq === 99);
    expect(server.log()).not.toContain('"level":"error"');
    await server.stop();
  });

  /** A stranger with a seat. */
  const seated = async (): Promise<Stranger> => {
    const one = await stranger(server.url);
    const token = await server.token({ identity: 'eve' });
    one.socket.write(text(`40${JSON.stringify({ token, protocol: 1, instance: 'frames-0123456789' })}`));
    await until(() => one.heard().includes('42["ready"'));
    return one;
  };

  it('of 63 and 64 kB are looked at', async () => {
    const eve = await server.join('eve');
    const { id } = linkBetween(eve, ada);
    const most = 64 * KILOBYTE - 200;
    for (const length of [59 * KILOBYTE, 60 * KILOBYTE]) {
      expect(await eve.request('signal', { ...offer(id), sdp: longSdp(length) })).toEqual({ ok: true });
    }
    for (const length of [63 * KILOBYTE, most]) {
      expect(await eve.request('signal', { ...offer(id), sdp: 'x'.repeat(length) })).toMatchObject({
        error: { code: 'bad-message' },
      });
    }
  });

  it.each(SIZES)('of %i kB end their connection, before they are taken in', async (kilobytes) => {
    const one = await seated();
    const before = process.memoryUsage().rss;
    const head = frame(FINAL | TEXT, Buffer.alloc(70_000)).subarray(0, 14);
    head.writeBigUInt64BE(BigInt(kilobytes * KILOBYTE), 2);
    one.socket.write(head);
    const chunk = Buffer.alloc(64 * KILOBYTE, 'x');
    for (let sent = 0; sent < kilobytes && one.socket.writable; sent += 64) {
      if (!one.socket.write(chunk)) await Promise.race([once(one.socket, 'drain'), one.closed]);
    }
    await one.closed;
    const grownMb = (process.memoryUsage().rss - before) / KILOBYTE / KILOBYTE;
    addFigure({ name: `a frame of ${kilobytes} kB: memory it took`, measured: `${grownMb.toFixed(1)} MB` });
  });

  it('in pieces of one byte are put together up to the limit, and no further', async () => {
    const one = await seated();
    const pieces = (bytes: Buffer, isWhole: boolean) =>
      Buffer.concat(
        [...bytes].map((byte, at) => {
          const isLast = isWhole && at === bytes.length - 1;
          return frame((isLast ? FINAL : 0) | (at === 0 ? TEXT : CONTINUATION), Buffer.from([byte]));
        }),
      );
    one.socket.write(pieces(Buffer.from('421["nonsense",{}]'), true));
    await until(() => one.heard().includes('unknown-message'));
    one.socket.write(pieces(Buffer.alloc(65 * KILOBYTE, 'x'), false));
    await one.closed;
  });

  it('that are compressed, although that was not agreed, end their connection', async () => {
    const one = await stranger(server.url, '&transport=websocket', ['Sec-WebSocket-Extensions: permessage-deflate']);
    expect(one.heard()).not.toContain('permessage-deflate');
    one.socket.write(frame(FINAL | COMPRESSED | TEXT, Buffer.from([0x32, 0x34, 0x02, 0x00])));
    await one.closed;
  });

  it.each([1, 11, 1000])('that announce %i binary attachments are answered or end their connection', async (count) => {
    const one = await seated();
    one.socket.write(text(`45${count}-7["data",{"topic":"t","payload":{"_placeholder":true,"num":0}}]`));
    for (let sent = 0; sent < count && one.socket.writable; sent += 1)
      one.socket.write(frame(FINAL | 0x2, Buffer.from('x')));
    if (count > 1) await one.closed;
    else await until(() => one.heard().includes('bad-message'));
    one.socket.destroy();
  });

  it('for the connection of somebody else, or for another transport, are refused', async () => {
    const { id: foreign } = ada.socket.io.engine as unknown as { id: string };
    for (const query of [
      `&transport=websocket&sid=${foreign}`,
      '&transport=websocket&sid=guessed',
      '&transport=polling',
      '&transport=__proto__',
      '',
    ]) {
      const one = await stranger(server.url, query);
      await one.closed;
      expect(one.heard()).toMatch(/^HTTP\/1\.1 400 /);
    }
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
    expect(polling.status).toBe(400);
    expect(ada.socket.connected).toBe(true);
  });

  it('that ask for a second seat on one connection end it', async () => {
    const one = await seated();
    const token = await server.token({ identity: 'mallory' });
    one.socket.write(text(`40${JSON.stringify({ token, protocol: 1, instance: 'frames-9876543210' })}`));
    await one.closed;
    expect(ada.all('participant').map(({ identity }) => identity)).not.toContain('mallory');
  });

  it('that are no messages are answered a few times, then end their connection', async () => {
    const one = await seated();
    one.socket.write(text('40/another,{}'));
    await until(() => one.heard().includes('44/another'));
    for (let sent = 0; sent < 20; sent += 1) one.socket.write(text('40/another,{}'));
    await one.closed;
  });

  it(`that are no packets, ${PACKETS} of them, reach nobody, and who sends them is let go`, async () => {
    const random = seededRandom(3550);
    const honest = [
      '0{"sid":"x"}',
      '1',
      '2',
      '2probe',
      '3',
      '40{"token":"x.y.z","protocol":1}',
      '41',
      '421["signal",{"link":"l","seq":1}]',
      '42["chat",{"text":"x"}]',
      '431[{"ok":true}]',
      '44{"message":"x"}',
      '451-["data",{"_placeholder":true,"num":0}]',
      '461-1[{"_placeholder":true,"num":0}]',
      '5',
      '6',
      '40/__proto__,',
      '42/x,1["ready"]',
    ];
    for (let sent = 0; sent < PACKETS; sent += ABREAST) {
      await Promise.all(
        Array.from({ length: ABREAST }, async (_, at) => {
          const one = await stranger(server.url);
          const packet = mutate(honest[(sent + at) % honest.length] as string, random).slice(0, 60_000);
          const type = random() < 0.9 ? TEXT : Math.floor(random() * 16);
          one.socket.write(frame(FINAL | type, Buffer.from(packet)));
          one.socket.end(frame(FINAL | 0x8, Buffer.alloc(0)));
          await one.closed;
        }),
      );
    }
    addFigure({ name: 'malformed packets, each of whose senders was let go', measured: String(PACKETS) });
  }, 600_000);
});

/** Waits for what can only be seen by looking. */
async function until(condition: () => boolean): Promise<void> {
  for (let patience = 1000; !condition(); patience -= 1) {
    if (patience === 0) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
