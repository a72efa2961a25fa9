import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { Reply } from '@video-room/protocol';
import { Emitter } from '../emitter.js';
import { Liveness, LIVENESS_TIMES } from './liveness.js';
import type { SignalingEvents } from './signaling-client.js';

/** A connection whose other end answers, or not. */
class FakeSignaling extends Emitter<SignalingEvents> {
  readonly url = 'https://server.test';
  connected = true;
  answers = true;
  /** How long an answer takes, in milliseconds. */
  takesMs = 0;
  asked = 0;
  readonly dropped: number[] = [];
  retries = 0;

  request = (_type: unknown, _payload: unknown, patienceMs = 8_000): Promise<Reply | undefined> => {
    this.asked += 1;
    if (!this.answers) return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
    return new Promise((resolve) => setTimeout(() => resolve({ ok: true }), this.takesMs));
  };

  drop = (silentMs = 0): void => {
    this.dropped.push(silentMs);
    this.lose();
  };

  retryNow = (): void => {
    this.retries += 1;
  };

  lose(): void {
    this.connected = false;
    this.emit('lost', { silentMs: 0 });
  }

  hear(): void {
    this.emit('heard', undefined);
  }
}

describe('whether the server is still there', () => {
  let signaling: FakeSignaling;
  let liveness: Liveness;
  let woken: number;
  let knocks: number;
  /** After how long a new connection comes about, in milliseconds; undefined: never. */
  let opens: number | undefined;
  beforeEach(() => {
    jest.useFakeTimers();
    signaling = new FakeSignaling();
    woken = 0;
    const log = new Logger(new LogBus(), { category: 'signal' });
    [knocks, opens] = [0, undefined];
    const knock = (_url: string, opened: () => void) => {
      knocks += 1;
      const timer = opens === undefined ? undefined : setTimeout(opened, opens);
      return () => clearTimeout(timer);
    };
    liveness = new Liveness({ signaling, log, onWoken: () => (woken += 1), knock });
  });
  afterEach(() => {
    liveness.close();
    jest.useRealTimers();
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('is not asked while it pings', async () => {
    for (let n = 0; n < 6; n += 1) {
      signaling.hear();
      await pass(5_000);
    }
    // But once, to know how long it takes.
    expect(signaling.asked).toBe(1);
    expect(knocks).toBe(0);
  });

  it('is asked on doubt, once, and nothing happens if it answers', async () => {
    liveness.doubt(1_000);
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.answerMs);
    // Once more to know how long it takes.
    expect(signaling).toMatchObject({ asked: 2, dropped: [] });
  });

  it('lets go of a connection that does not answer, and says since when it was silent', async () => {
    signaling.answers = false;
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.answerMs - 1);
    expect(signaling.dropped).toEqual([]);
    await pass(1);
    expect(signaling.dropped).toEqual([1_000 + LIVENESS_TIMES.answerMs]);
  });

  it('takes anything that comes for an answer', async () => {
    signaling.answers = false;
    liveness.doubt();
    await pass(500);
    signaling.hear();
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toEqual([]);
  });

  it('does not hold against a new connection that the one before did not answer', async () => {
    signaling.answers = false;
    liveness.doubt();
    await pass(500);
    signaling.lose();
    signaling.connected = true;
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toEqual([]);
  });

  it('finds a connection dead over which nothing comes, long before 20 s', async () => {
    signaling.answers = false;
    await pass(12_000);
    expect(signaling.dropped).toHaveLength(1);
  });

  it('lets go at once of a connection that is left behind with another network, and seeks another', async () => {
    signaling.answers = false;
    opens = 20;
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.knockMs + opens + LIVENESS_TIMES.gapMs);
    expect(signaling.dropped).toHaveLength(1);
    expect(signaling.retries).toBe(1);
    expect(signaling.dropped[0]).toBeLessThan(1_000 + LIVENESS_TIMES.answerMs);
  });

  it('keeps a slow connection, whatever speaks against it, and burdens the line with no other', async () => {
    signaling.takesMs = 2_000;
    await pass(5_000);
    for (let n = 0; n < 5; n += 1) {
      liveness.doubt(1_000);
      liveness.hope();
      await pass(4_000);
    }
    expect(knocks).toBe(0);
    expect(signaling.dropped).toEqual([]);
  });

  it('takes a connection over which one answer was held up for as quick as before, soon after', async () => {
    await pass(LIVENESS_TIMES.lookMs);
    signaling.takesMs = 1_400;
    liveness.doubt(750);
    for (let pings = 0; pings < 3; pings += 1) {
      await pass(5_000);
      signaling.hear();
    }
    expect(signaling.dropped).toEqual([]);
    signaling.answers = false;
    opens = 20;
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toHaveLength(1);
  });

  it('waits for no answer for ever, however slow the connection was', async () => {
    signaling.takesMs = 7_000;
    await pass(10_000);
    signaling.answers = false;
    liveness.hope();
    await pass(LIVENESS_TIMES.longestMs);
    expect(signaling.dropped).toHaveLength(1);
  });

  it('keeps a connection whose answer was held up by a short gap', async () => {
    opens = 0;
    signaling.takesMs = 750;
    liveness.doubt(750);
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toEqual([]);
  });

  it('does not give up what is only late while nothing else speaks against it, though a new connection is quicker', async () => {
    opens = 20;
    await pass(LIVENESS_TIMES.lookMs);
    signaling.takesMs = LIVENESS_TIMES.calmMs - 1_000;
    await pass(60_000);
    expect(knocks).toBeGreaterThan(0);
    expect(signaling.dropped).toEqual([]);
  });

  it('waits no longer for an answer when more speaks against it', async () => {
    signaling.answers = false;
    await pass(LIVENESS_TIMES.silenceMs + LIVENESS_TIMES.lookMs);
    expect(signaling.dropped).toEqual([]);
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toHaveLength(1);
  });

  it('waits no longer at all then, where a new connection has been quicker', async () => {
    signaling.answers = false;
    opens = 20;
    await pass(LIVENESS_TIMES.silenceMs + 2 * LIVENESS_TIMES.lookMs);
    expect([knocks, signaling.dropped]).toEqual([1, []]);
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.gapMs);
    expect(signaling.dropped).toHaveLength(1);
    expect(signaling.retries).toBe(1);
  });

  it('waits as long as before when somebody merely looks again', async () => {
    signaling.answers = false;
    opens = 20;
    await pass(LIVENESS_TIMES.silenceMs + 2 * LIVENESS_TIMES.lookMs);
    liveness.hope();
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling.dropped).toEqual([]);
  });

  it('seeks a lost connection at once when there may be a network again', () => {
    liveness.hope();
    expect(signaling).toMatchObject({ asked: 1, retries: 0 });
    signaling.lose();
    liveness.hope();
    expect(signaling.retries).toBe(1);
  });

  it('notices that the computer slept', async () => {
    await pass(3_000);
    jest.setSystemTime(Date.now() + 120_000);
    await pass(LIVENESS_TIMES.lookMs);
    expect(woken).toBe(1);
  });

  it('asks nothing after the end', async () => {
    liveness.close();
    await pass(60_000);
    expect(signaling.asked).toBe(0);
  });
});
