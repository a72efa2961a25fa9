import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FLOW_TIMES } from './flow-watch.js';
import { LinkEar } from './link-ear.js';

/** A connection over which something was played once, or goes on being played; what came over its path says the test. */
class FakeConnection {
  path = { id: 'one', bytesReceived: 1_000 };
  readonly playedAt = { sound: 1, picture: 1 };
  packetsReceived = 0;
  looks = 0;

  getReceivers = () =>
    Object.values(this.playedAt).map((timestamp) => ({ getSynchronizationSources: () => [{ timestamp }] }));

  getStats = () => {
    this.looks += 1;
    return Promise.resolve(
      new Map<string, object>([
        ['transport', { type: 'transport', selectedCandidatePairId: this.path.id }],
        ['sound', { type: 'inbound-rtp', packetsReceived: this.packetsReceived }],
        [this.path.id, { type: 'candidate-pair', ...this.path }],
      ]),
    );
  };
}

describe('what is heard of a link', () => {
  let pc: FakeConnection;
  let ear: LinkEar;
  beforeEach(() => {
    jest.useFakeTimers();
    pc = new FakeConnection();
    ear = new LinkEar(pc as unknown as RTCPeerConnection);
    ear.listen(performance.now());
  });
  afterEach(() => void jest.useRealTimers());

  /** Returns for how long nothing has come. @param moving what is played meanwhile. */
  async function listenFor(ms: number, ...moving: ('sound' | 'picture')[]): Promise<number> {
    let silentMs = 0;
    for (let passedMs = 0; passedMs < ms; passedMs += FLOW_TIMES.lookMs) {
      await jest.advanceTimersByTimeAsync(FLOW_TIMES.lookMs);
      for (const each of moving) pc.playedAt[each] += FLOW_TIMES.lookMs;
      silentMs = ear.listen(performance.now());
    }
    return silentMs;
  }

  it('is what comes over its path, even if nothing is played', async () => {
    await listenFor(2_000);
    pc.path.bytesReceived += 1;
    expect(await listenFor(FLOW_TIMES.closelyMs * 2)).toBeLessThan(1_000);
  });

  it('is not that another path was chosen, over which nothing has come yet', async () => {
    await listenFor(2_000);
    pc.path = { id: 'another', bytesReceived: 0 };
    expect(await listenFor(1_000)).toBe(3_000);
  });

  it('costs little: it is not looked at closely whenever it is looked at', async () => {
    await listenFor(10_000);
    expect(pc.looks).toBeLessThanOrEqual(10_000 / FLOW_TIMES.closelyMs);
  });

  it('is not what browsers had in store: sound goes on, pictures stop, and nothing has come', async () => {
    await listenFor(1_000, 'sound', 'picture');
    expect(await listenFor(2_000, 'sound')).toBe(2_000);
    pc.path.bytesReceived += 1;
    expect(await listenFor(FLOW_TIMES.closelyMs, 'sound')).toBe(0);
  });

  it('is not silent for a pause of less than a second of somebody who says little', async () => {
    await listenFor(1_000, 'sound', 'picture');
    for (let n = 0; n < 5; n += 1) {
      expect(await listenFor(FLOW_TIMES.doubtMs, 'sound')).toBe(0);
      pc.path.bytesReceived += 1;
    }
  });

  it('is sound alone where pictures were meant to stop, and then it costs nothing', async () => {
    await listenFor(1_000, 'sound', 'picture');
    for (let n = 0; n < 8; n += 1) {
      pc.path.bytesReceived += 1;
      expect(await listenFor(FLOW_TIMES.lookMs, 'sound')).toBe(0);
    }
    const { looks } = pc;
    expect(looks).toBeGreaterThan(0);
    await listenFor(10_000, 'sound');
    expect(pc.looks).toBe(looks);
  });

  it('is missed for as long as before the page itself was held up', async () => {
    expect(await listenFor(1_000)).toBe(1_000);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ear.listen(performance.now())).toBe(1_000);
    expect(await listenFor(1_000)).toBe(2_000);
  });

  it('is not missed in part for what the page itself was held up', async () => {
    await listenFor(1_000, 'sound', 'picture');
    await listenFor(1_000, 'sound');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await listenFor(FLOW_TIMES.lookMs * 2, 'sound')).toBe(0);
    expect(await listenFor(1_000, 'sound')).toBe(2_250);
  });

  it('is media, whichever path the browser names', async () => {
    await listenFor(1_000, 'sound', 'picture');
    for (let n = 0; n < 12; n += 1) {
      pc.packetsReceived += 1;
      pc.path = { id: `path ${n % 2}`, bytesReceived: 1_000 };
      expect(await listenFor(FLOW_TIMES.lookMs, 'sound')).toBe(0);
    }
  });
});
