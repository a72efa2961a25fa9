import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Uplink, type UplinkOptions } from './uplink.js';

type Sender = ReturnType<UplinkOptions['senders']>[number];

/** Sends a picture; how many bytes so far is up to the test. */
class FakeSender implements Sender {
  bytes = 0;
  gone = false;

  getStats(): Promise<RTCStatsReport> {
    if (this.gone) return Promise.reject(new Error('closed'));
    const streams = [
      ['out', { type: 'outbound-rtp', bytesSent: this.bytes - 100, headerBytesSent: 100 }],
      ['in', { type: 'remote-inbound-rtp', bytesSent: 5 }],
    ] as const;
    return Promise.resolve(new Map<string, unknown>(streams) as unknown as RTCStatsReport);
  }
}

describe('the uplink of a broadcaster', () => {
  let senders: FakeSender[];
  let rates: number[];
  let uplink: Uplink;
  let now: number;

  beforeEach(() => {
    jest.useFakeTimers();
    now = 0;
    rates = [];
    senders = [];
    uplink = new Uplink({
      senders: () => senders,
      onRate: (rate) => rates.push(rate),
      now: () => now,
    });
  });

  afterEach(() => {
    uplink.stop();
    jest.useRealTimers();
  });

  async function pass(ms: number) {
    now += ms;
    await jest.advanceTimersByTimeAsync(ms);
  }

  it('is the sum over all links, of what was sent since it was last looked at', async () => {
    senders = [new FakeSender(), new FakeSender()];
    uplink.start();
    for (const sender of senders) sender.bytes = 1_000_000;
    await pass(2_000);
    expect(rates).toEqual([0]);
    for (const sender of senders) sender.bytes += 250_000;
    await pass(2_000);
    expect(rates[1]).toBe(2_000_000);
    senders[1]!.gone = true;
    senders[0]!.bytes += 250_000;
    await pass(2_000);
    expect(rates[2]).toBe(1_000_000);
  });

  it('is left alone while off air', async () => {
    senders = [new FakeSender()];
    uplink.start();
    uplink.stop();
    await pass(10_000);
    expect(rates).toEqual([]);
  });
});
