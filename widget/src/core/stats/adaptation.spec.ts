import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { MediaSource, ShownSize } from '@video-room/protocol';
import { FakeEngine } from '../engine/fake/fake-engine.js';
import { Adaptation } from './adaptation.js';

/** Sends something to somebody, in the way it is told. */
class FakeSender {
  readonly encoding: RTCRtpEncodingParameters = {};
  sets = 0;
  negotiated = true;

  constructor(
    readonly kind: 'audio' | 'video',
    readonly track = {
      kind,
      contentHint: '',
      getSettings: () => (kind === 'video' ? { width: 1280, height: 720 } : {}),
    },
  ) {}

  getParameters = () => ({ encodings: this.negotiated ? [{ ...this.encoding }] : [] });

  setParameters = ({ encodings: [encoding] }: { encodings: RTCRtpEncodingParameters[] }) => {
    Object.assign(this.encoding, encoding);
    this.sets += 1;
    return Promise.resolve();
  };
}

describe('what is sent', () => {
  let engine: FakeEngine;
  let budget: number;
  let adaptation: Adaptation;
  let camera: FakeSender;
  let sound: FakeSender;

  const link = (source: MediaSource, sender: FakeSender, shown?: ShownSize) => {
    engine.sending = [
      ...engine.sending.filter((one) => one.sender !== (sender as unknown)),
      { peer: 'ann', source, sender: sender as unknown as RTCRtpSender, shown },
    ];
  };

  beforeEach(() => {
    engine = new FakeEngine();
    budget = Infinity;
    camera = new FakeSender('video');
    sound = new FakeSender('audio');
    link('microphone', sound);
    link('camera', camera);
    adaptation = new Adaptation({
      engine,
      log: new Logger(new LogBus(), { category: 'session' }),
      budget: () => budget,
    });
  });

  afterEach(() => {
    adaptation.close();
  });

  it('follows what the other end sees, at once, and says nothing twice', () => {
    expect(camera.encoding).toMatchObject({ active: true, scaleResolutionDownBy: 1, maxBitrate: 2_500_000 });
    link('camera', camera, [320, 180]);
    engine.say('view', { peer: 'ann' });
    expect(camera.encoding).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 15 });
    const { sets } = camera;
    engine.say('view', { peer: 'ann' });
    expect(camera.sets).toBe(sets);
    link('camera', camera, [0, 0]);
    engine.say('view', { peer: 'ann' });
    expect(camera.encoding.active).toBe(false);
    expect(sound.encoding).toEqual({ priority: 'high' });
  });

  it('of somebody new follows with the negotiation', () => {
    const other = new FakeSender('video');
    other.negotiated = false;
    link('camera', other, [320, 180]);
    engine.say('view', { peer: 'ben' });
    expect(other.sets).toBe(0);
    other.negotiated = true;
    engine.say('negotiated', { peer: 'ben' });
    expect(other.encoding.scaleResolutionDownBy).toBe(4);
  });

  it('stays within what may be sent in all, sound first', () => {
    budget = 1_048_000;
    const other = new FakeSender('video');
    link('camera', other);
    adaptation.apply();
    expect([camera, other].map(({ encoding }) => encoding.maxBitrate)).toEqual([500_000, 500_000]);
    link('camera', other, [0, 0]);
    adaptation.apply();
    expect(camera.encoding.maxBitrate).toBe(1_000_000);
  });

  it('is less while the computer cannot keep up', () => {
    const look = (qualityLimitationReason: string, times: number) => {
      const report = new Map([['out', { type: 'outbound-rtp', qualityLimitationReason }]]);
      const reports = new Map([['ann', report]]);
      for (let time = 0; time < times; time += 1) adaptation.look(reports);
    };
    look('cpu', 3);
    expect(camera.encoding.maxFramerate).toBe(20);
    look('bandwidth', 15);
    expect(camera.encoding.maxFramerate).toBe(30);
  });

  it('of a screen is sharp rather than smooth', () => {
    const screen = new FakeSender('video');
    link('screen', screen, [1280, 720]);
    adaptation.apply();
    expect(screen.encoding).toMatchObject({ maxFramerate: 15, priority: 'medium', scaleResolutionDownBy: 1 });
  });
});
