import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { LogMessage, Reply } from '@video-room/protocol';
import { LogShipper } from './log-shipper.js';

const LIMITS = { lines: 5, bytes: 2_000, batchesPerMinute: 30 };
const OK: Reply = { ok: true };

describe('sending a log', () => {
  let bus: LogBus;
  let log: Logger;
  let sent: LogMessage[];
  let reply: Reply | undefined;
  /** While there is one, answers wait for it. */
  let held: Promise<void> | undefined;
  let isKept: boolean;
  let shipper: LogShipper;

  const texts = () => sent.map(({ lines }) => lines.map(({ text }) => text).join(' '));
  const write = (...some: string[]) => some.forEach((text) => log.debug(text));
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const refused = (code: 'not-allowed' | 'rate-limited' | 'bad-message', retryAfterMs?: number): Reply => ({
    ok: false,
    error: { code, message: '', ...(retryAfterMs !== undefined && { retryAfterMs }) },
  });

  function start(limits = LIMITS): void {
    shipper = new LogShipper(
      {
        bus,
        limits,
        send: (batch) => {
          sent.push(batch);
          return Promise.resolve(held).then(() => reply);
        },
        lineOf: ({ id: _, ...entry }) => entry,
        isKept: () => isKept,
        offsetMs: () => 7,
      },
      bus.entries(),
    );
  }

  beforeEach(() => {
    jest.useFakeTimers();
    bus = new LogBus();
    log = new Logger(bus, { category: 'ice' });
    sent = [];
    reply = OK;
    held = undefined;
    isKept = true;
  });
  afterEach(() => {
    shipper.close();
    jest.useRealTimers();
  });

  it('gathers what came before and comes, and sends it calmly', async () => {
    write('a');
    start();
    write('b');
    await pass(2_999);
    expect(sent).toEqual([]);
    await pass(1);
    expect(texts()).toEqual(['a b']);
    expect(sent[0]).toMatchObject({ offsetMs: 7, dropped: 0 });
    await pass(60_000);
    expect(sent).toHaveLength(1);
    write('c');
    await pass(3_000);
    expect(texts()).toEqual(['a b', 'c']);
  });

  it('sends no more lines and bytes at once than the server takes, and no more often', async () => {
    start({ ...LIMITS, batchesPerMinute: 6 });
    write('1', '2', '3', '4', '5', '6', 'x'.repeat(900), 'y'.repeat(900));
    for (let n = 0; n < 3; n += 1) await pass(10_000);
    expect(texts()).toEqual(['1 2 3 4 5', `6 ${'x'.repeat(900)}`, 'y'.repeat(900)]);
    for (const batch of sent) expect(JSON.stringify(batch).length).toBeLessThanOrEqual(2_000);
  });

  it('waits as long as it is told to, and sends the same then', async () => {
    start();
    write('a');
    reply = refused('rate-limited', 20_000);
    await pass(3_000);
    write('b');
    reply = OK;
    await pass(19_999);
    expect(texts()).toEqual(['a']);
    await pass(1);
    expect(texts()).toEqual(['a', 'a b']);
  });

  it('keeps what could not be sent, the newest of it, and says how much is lost', async () => {
    start({ ...LIMITS, lines: 10_000, bytes: 10_000_000 });
    reply = undefined;
    write('lost', 'lost too', 'a');
    await pass(3_000);
    reply = OK;
    for (let n = 0; n < 1_999; n += 1) write('b');
    await pass(3_000);
    expect(sent[1]).toMatchObject({ dropped: 2 });
    expect(sent[1]?.lines).toHaveLength(2_000);
    expect(sent[1]?.lines[0]?.text).toBe('a');
    write('c');
    await pass(3_000);
    expect(sent[2]).toMatchObject({ dropped: 0 });
  });

  it('passes over what the server does not understand, and goes on', async () => {
    start();
    reply = refused('bad-message');
    write('a', 'b');
    await pass(3_000);
    reply = OK;
    write('c');
    await pass(3_000);
    expect(texts()).toEqual(['a b', 'c']);
    expect(sent[1]).toMatchObject({ dropped: 2 });
  });

  it('stops when the server wants no more, until it does again', async () => {
    start();
    reply = refused('not-allowed');
    write('a');
    await pass(3_000);
    write('b');
    shipper.flush();
    await pass(60_000);
    expect(texts()).toEqual(['a']);
    reply = OK;
    shipper.resume();
    write('c');
    await pass(3_000);
    expect(texts()).toEqual(['a', 'c']);
  });

  it('sends and keeps nothing while the room keeps no timeline', async () => {
    start();
    write('a');
    isKept = false;
    write('b');
    await pass(60_000);
    expect(sent).toEqual([]);
    shipper.flush();
    isKept = true;
    write('c');
    await pass(3_000);
    expect(texts()).toEqual(['c']);
  });

  it('goes on as calmly as before after one did not leave while a batch was under way', async () => {
    start();
    let answer: () => void = () => undefined;
    held = new Promise((resolve) => (answer = resolve));
    write('a');
    await pass(3_000);
    write('b');
    shipper.flush();
    shipper.flush();
    expect(texts()).toEqual(['a', 'b']);
    write('c');
    await pass(10_000);
    expect(texts()).toEqual(['a', 'b']);
    held = undefined;
    answer();
    await pass(2_999);
    expect(texts()).toEqual(['a', 'b']);
    for (const text of ['d', 'e', 'f']) {
      write(text);
      await pass(3_000);
    }
    expect(texts()).toEqual(['a', 'b', 'c d', 'e', 'f']);
  });

  it('sends what waits at once before one leaves, and nothing after', async () => {
    start();
    write('a');
    shipper.flush();
    expect(texts()).toEqual(['a']);
    await pass(0);
    write('b');
    shipper.close();
    await pass(60_000);
    expect(texts()).toEqual(['a']);
  });
});
