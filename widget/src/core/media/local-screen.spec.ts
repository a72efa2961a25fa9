import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import { MEDIA_SOURCES } from '@video-room/protocol';
import type { DisplayPort } from './display-port.js';
import { FakeTrack } from './fake-devices.js';
import { LocalScreen } from './local-screen.js';

/** A browser that shares what the test gives. */
class FakeDisplay implements DisplayPort {
  supported = true;
  blocked = false;
  readonly asked: Parameters<DisplayPort['open']>[0][] = [];
  readonly tracks: FakeTrack[] = [];
  /** The person's answer. */
  answer: () => Promise<void> = () => Promise.resolve();

  async open(options: { sound: boolean; motion: boolean }): Promise<MediaStream> {
    this.asked.push(options);
    await this.answer();
    const video = [new FakeTrack('video')];
    const audio = options.sound ? [new FakeTrack('audio')] : [];
    const tracks = [...video, ...audio];
    this.tracks.push(...tracks);
    const stream = { getVideoTracks: () => video, getAudioTracks: () => audio, getTracks: () => tracks };
    return stream as unknown as MediaStream;
  }

  isBlocked(): Promise<boolean> {
    return Promise.resolve(this.blocked);
  }

  get live(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }
}

const refusal =
  (name: string, message = '') =>
  () =>
    Promise.reject(new DOMException(message, name));
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('one’s own shared screen', () => {
  let display: FakeDisplay;
  let screen: LocalScreen;
  let seen: string[];
  let code: string | undefined;
  let shared: MediaStreamTrack | undefined;

  beforeEach(() => {
    display = new FakeDisplay();
    screen = new LocalScreen({ log: new Logger(new LogBus(), { category: 'session' }), display });
    seen = [];
    screen.on('screen', ({ status, audio, error, track }) => {
      seen.push(audio ? `${status} with sound` : status);
      code = error?.code;
      shared = track;
    });
    screen.allow(MEDIA_SOURCES);
  });

  it('is asked for, and given up', async () => {
    screen.start();
    screen.start();
    await settled();
    expect(seen).toEqual(['starting', 'on with sound']);
    expect(display.asked).toEqual([{ sound: true, motion: false }]);
    expect(shared?.contentHint).toBe('detail');
    screen.stop();
    screen.stop();
    expect(seen.slice(2)).toEqual(['off']);
    expect(display.live).toBe(0);
  });

  it('may be a film, and without sound where that is not allowed', async () => {
    screen.allow(['screen']);
    screen.start({ motion: true });
    await settled();
    expect(display.asked).toEqual([{ sound: false, motion: true }]);
    expect(shared?.contentHint).toBe('motion');
  });

  it('ends with the browser’s own controls', async () => {
    screen.start();
    await settled();
    display.tracks[1]?.end();
    expect(seen.at(-1)).toBe('on');
    display.tracks[0]?.end();
    expect(seen.at(-1)).toBe('off');
  });

  it('becomes another without a gap, and stays when nothing else is chosen', async () => {
    screen.start();
    await settled();
    const first = shared;
    display.answer = refusal('NotAllowedError');
    screen.change();
    await settled();
    expect([seen.at(-1), code, shared]).toEqual(['on with sound', undefined, first]);
    expect(display.live).toBe(2);
    display.answer = () => Promise.resolve();
    screen.change();
    await settled();
    expect(shared).not.toBe(first);
    expect(seen).not.toContain('off');
    expect(display.live).toBe(2);
    display.tracks[0]?.end();
    expect(seen.at(-1)).toBe('on with sound');
  });

  it('is closed when it comes after one has thought better of it or may not share any more', async () => {
    let give = () => {};
    display.answer = () => new Promise((resolve) => (give = resolve));
    screen.start();
    screen.stop();
    give();
    await settled();
    screen.start();
    screen.allow([]);
    give();
    await settled();
    expect(display.tracks).toHaveLength(4);
    expect(display.live).toBe(0);
    expect(seen.at(-1)).toBe('off');
  });

  it('ends when the right goes, its sound when only that does', async () => {
    screen.start();
    await settled();
    screen.allow(['camera', 'screen']);
    expect([seen.at(-1), display.live]).toEqual(['on', 1]);
    screen.allow(['camera']);
    expect([seen.at(-1), display.live]).toEqual(['off', 0]);
    screen.start();
    await settled();
    expect([seen.at(-1), code]).toEqual(['failed', 'not-allowed']);
    expect(display.asked).toHaveLength(1);
  });

  for (const [name, message, blocked, expected] of [
    ['NotAllowedError', 'Permission denied by user', false, 'screen-denied'],
    ['NotAllowedError', 'Permission denied by system', false, 'screen-blocked'],
    ['NotAllowedError', '', true, 'screen-blocked'],
    ['InvalidStateError', '', false, 'screen-needs-gesture'],
    ['NotSupportedError', '', false, 'screen-unsupported'],
    ['NotReadableError', '', false, 'screen-failed'],
  ] as const) {
    it(`fails with ${expected} after ${name} ${message}${blocked ? ' by policy' : ''}`, async () => {
      display.answer = refusal(name, message);
      display.blocked = blocked;
      screen.start();
      await settled();
      expect(code).toBe(expected);
      display.answer = () => Promise.resolve();
      screen.start();
      await settled();
      expect([seen.at(-1), code]).toEqual(['on with sound', undefined]);
    });
  }

  it('fails at once where the browser cannot', async () => {
    display.supported = false;
    screen.start();
    await settled();
    expect([code, display.asked]).toEqual(['screen-unsupported', []]);
  });
});
