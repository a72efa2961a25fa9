import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import { RELAY_WITHIN_MS, RelayWatch } from './relay-watch.js';

/** What a relay watch hears of a connection. */
class Gathering extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'new';

  begin(): void {
    this.iceGatheringState = 'gathering';
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }

  find(type: RTCIceCandidateType): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { type } }));
  }
}

describe('a relay that should be there', () => {
  let pc: Gathering;
  let bus: LogBus;
  let told: boolean[];
  let relays: string[] | undefined;
  beforeEach(() => {
    jest.useFakeTimers();
    pc = new Gathering();
    bus = new LogBus();
    told = [];
    relays = ['turn:relay.test'];
  });
  afterEach(() => void jest.useRealTimers());

  const watch = (missing = false): RelayWatch => {
    const log = new Logger(bus, { category: 'session' });
    const made: RelayWatch = new RelayWatch(pc as unknown as RTCPeerConnection, {
      log,
      ice: {
        get relays() {
          return relays;
        },
      },
      wasMissing: missing,
      onChange: () => told.push(made.missing),
    });
    return made;
  };
  const wait = (ms = RELAY_WITHIN_MS) => jest.advanceTimersByTime(ms);

  it('is missed when it was asked for in vain, and said to be, with its address and a code', () => {
    watch();
    pc.begin();
    pc.find('host');
    wait(RELAY_WITHIN_MS - 1);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual([true]);
    expect(bus.entries()).toMatchObject([
      { level: 'warn', category: 'decision', detail: { code: 'relay-unreachable', relays: ['turn:relay.test'] } },
    ]);
  });

  it('is missed also where each repair begins to look anew', () => {
    watch();
    for (let n = 0; n < 4; n += 1) {
      pc.begin();
      wait(RELAY_WITHIN_MS / 2);
    }
    expect(told).toEqual([true]);
  });

  it('is not missed before anything was looked for, as while the other end does not answer', () => {
    watch();
    wait();
    expect(told).toEqual([]);
  });

  it('is not missed where there is another way, nor where none is needed', () => {
    const link = watch();
    pc.begin();
    link.follow('connected');
    wait();
    pc.begin();
    wait();
    expect(told).toEqual([]);
    relays = undefined;
    link.follow('interrupted');
    pc.begin();
    wait();
    expect(told).toEqual([]);
  });

  it('is missed when it is gone in mid-call, and not any more once it is found', () => {
    const link = watch();
    link.follow('connected');
    link.follow('interrupted');
    pc.begin();
    wait();
    pc.begin();
    pc.find('relay');
    expect(told).toEqual([true, false]);
    wait();
    expect(told).toEqual([true, false]);
  });

  it('is missed also where it was looked for before the link was given up, which then takes no longer', () => {
    const link = watch();
    link.follow('connected');
    pc.begin();
    wait();
    expect(told).toEqual([]);
    link.follow('interrupted');
    wait(1);
    expect(told).toEqual([true]);
  });

  it('is not missed for a search of long ago', () => {
    const link = watch();
    link.follow('connected');
    pc.begin();
    wait(3 * RELAY_WITHIN_MS);
    link.follow('interrupted');
    wait();
    expect(told).toEqual([]);
  });

  it('is not missed where the link is given up for a moment after it was found', () => {
    const link = watch();
    link.follow('connected');
    pc.begin();
    pc.find('relay');
    link.follow('interrupted');
    wait();
    expect(told).toEqual([]);
  });

  it('is not blamed while signals cannot be delivered', () => {
    const link = watch();
    pc.begin();
    wait(RELAY_WITHIN_MS / 2);
    link.setSignaling(false);
    wait();
    expect(told).toEqual([]);
  });

  it('stays missed over a connection that is made anew, until that is connected', () => {
    const link = watch(true);
    expect(link.missing).toBe(true);
    pc.begin();
    wait();
    link.follow('connected');
    expect(told).toEqual([false]);
  });

  it('is nobody’s business any more when the connection is closed', () => {
    const link = watch();
    pc.begin();
    link.close();
    wait();
    expect(told).toEqual([]);
  });
});
