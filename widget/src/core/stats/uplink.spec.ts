import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pictureShare, Uplink, type UplinkOptions } from './uplink.js';

type Sender = ReturnType<UplinkOptions['senders']>[number];

/** Sends a picture; how many bytes so far is up to the test. */
class FakeSender implements Sender {
  bytes = 0;
  gone = false;
  readonly track: MediaStreamTrack;
  readonly encoding: RTCRtpEncodingParameters = {};
  readonly limits: (number | undefined)[] = [];

  constructor(kind: 'audio' | 'video') {
    this.track = { kind } as MediaStreamTrack;
  }

  getStats(): Promise<RTCStatsReport> {
    if (this.gone) return Promise.reject(new Error('closed'));
    const streams = [
      ['out', { type: 'outbound-rtp', bytesSent: this.bytes - 100, headerBytesSent: 100 }],
      ['in', { type: 'remote-inbound-rtp', bytesSent: 5 }],
    ] as const;
    return Promise.resolve(new Map<string, unknown>(streams) as unknown as RTCStatsReport);
  }

  getParameters(): RTCRtpSendParameters {
    return { encodings: [{ ...this.encoding }] } as RTCRtpSendParameters;
  }

  setParameters({ encodings: [encoding] }: RTCRtpSendParameters): Promise<void> {
    Object.assign(this.encoding, encoding);
    this.limits.push(encoding?.maxBitrate);
    return Promise.resolve();
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
      budget: () => 4_000_000,
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
    senders = [new FakeSender('video'), new FakeSender('audio')];
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

  it('is shared among the pictures, anew with each watcher, and sound is left alone', () => {
    senders = [new FakeSender('video'), new FakeSender('audio')];
    uplink.start();
    expect(senders[0]!.encoding.maxBitrate).toBe(2_500_000);
    senders.push(new FakeSender('video'), new FakeSender('video'), new FakeSender('video'));
    uplink.share();
    const pictures = senders.filter(({ track }) => track.kind === 'video');
    expect(pictures.map(({ encoding }) => encoding.maxBitrate)).toEqual(Array(4).fill(952_000));
    uplink.share();
    expect(senders[0]!.limits).toHaveLength(2);
    expect(senders[1]!.limits).toHaveLength(0);
  });

  it('is left alone while off air', async () => {
    senders = [new FakeSender('video')];
    uplink.share();
    uplink.start();
    uplink.stop();
    await pass(10_000);
    expect(rates).toEqual([]);
    expect(senders[0]!.limits).toHaveLength(1);
  });

  it('never gives less than a picture needs, nor more than it can use', () => {
    expect(pictureShare(1_000_000, 500)).toBe(80_000);
    expect(pictureShare(100_000_000, 1)).toBe(2_500_000);
    for (let watchers = 1; watchers <= 30; watchers += 1) {
      expect(pictureShare(8_000_000, watchers + 1)).toBeLessThanOrEqual(pictureShare(8_000_000, watchers));
      expect(watchers * (pictureShare(8_000_000, watchers) + 48_000)).toBeLessThanOrEqual(8_000_001 + watchers);
    }
  });
});
