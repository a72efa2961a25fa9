import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { Reply } from '@video-room/protocol';
import { Emitter } from '../emitter.js';
import { Liveness, LIVENESS_TIMES } from './liveness.js';
import type { SignalingEvents } from './signaling-client.js';

/** A connection whose other end answers, or not. */
class FakeSignaling extends Emitter<SignalingEvents> {
  connected = true;
  answers = true;
  asked = 0;
  readonly dropped: number[] = [];
  retries = 0;

  request = (_type: unknown, _payload: unknown, patienceMs = 0): Promise<Reply | undefined> => {
    this.asked += 1;
    if (this.answers) return Promise.resolve({ ok: true });
    return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
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
  beforeEach(() => {
    jest.useFakeTimers();
    signaling = new FakeSignaling();
    woken = 0;
    const log = new Logger(new LogBus(), { category: 'signal' });
    liveness = new Liveness({ signaling, log, onWoken: () => (woken += 1) });
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
    expect(signaling.asked).toBe(0);
  });

  it('is asked on doubt, once, and nothing happens if it answers', async () => {
    liveness.doubt(1_000);
    liveness.doubt(1_000);
    await pass(LIVENESS_TIMES.answerMs);
    expect(signaling).toMatchObject({ asked: 1, dropped: [] });
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
    await pass(10_000);
    expect(signaling.dropped).toHaveLength(1);
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
