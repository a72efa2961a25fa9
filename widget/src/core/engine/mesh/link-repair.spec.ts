import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import { FLOW_TIMES } from './flow-watch.js';
import { LinkRepair, REPAIR_TIMES, type Repair } from './link-repair.js';

/** A connection that says what the test wants. */
class FakeConnection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  signalingState: RTCSignalingState = 'stable';

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

describe('the repair of a link', () => {
  let pc: FakeConnection;
  let repairs: Repair[];
  let open: LinkRepair[];
  let heard: number;
  beforeEach(() => {
    jest.useFakeTimers();
    [pc, repairs, open, heard] = [new FakeConnection(), [], [], 0];
  });
  afterEach(() => {
    for (const each of open) each.close();
    jest.useRealTimers();
  });

  const pass = (ms: number) => jest.advanceTimersByTime(ms);
  const connected = (polite: boolean): LinkRepair => {
    const repair = new LinkRepair(pc as EventTarget as RTCPeerConnection, {
      polite,
      log: new Logger(new LogBus(), { category: 'ice' }),
      onPhase: () => undefined,
      onRepair: (each) => repairs.push(each),
      onHeard: () => (heard += 1),
      onVain: () => undefined,
    });
    open.push(repair);
    pc.become('connected');
    // The other end has sent something for a while.
    repair.listen(0, true);
    pass(10_000);
    return repair;
  };

  it('does not wait for the other end where what was silent was lost together with the server', () => {
    const repair = connected(true);
    repair.setSignaling(false);
    repair.listen(FLOW_TIMES.shortSilenceMs, true);
    expect(repairs).toEqual([]);
    repair.setSignaling(true);
    pass(1);
    expect(repairs).toEqual([{ withoutPath: true, stale: true }]);
  });

  it('is not done when the server comes back and media never stopped', () => {
    const repair = connected(false);
    repair.setSignaling(false);
    repair.listen(FLOW_TIMES.shortSilenceMs - 1, true);
    repair.setSignaling(true);
    repair.listen(0, true);
    pass(60_000);
    expect(repairs).toEqual([]);
  });

  it.each([
    ['that the other end has begun', false],
    ['for which this end took back something else than a repair', true],
  ])('leaves a repair %s the time to work', (_which, instead) => {
    const repair = connected(instead);
    repair.restarted(instead);
    repair.listen(FLOW_TIMES.silenceMs, true);
    pass(REPAIR_TIMES.theirsMs - 1);
    expect(repairs).toEqual([]);
    pass(1);
    expect(repairs).toHaveLength(1);
  });

  it('that is due already gives way to one that the other end has begun', () => {
    const repair = connected(true);
    repair.listen(FLOW_TIMES.silenceMs, true);
    repair.restarted(false);
    pass(REPAIR_TIMES.theirsMs - 1);
    expect(repairs).toEqual([]);
    repair.listen(0, true);
    pass(60_000);
    expect(repairs).toEqual([]);
  });

  it('gives way once, and not for as long as the other end begins one after the other in vain', () => {
    const repair = connected(true);
    repair.listen(FLOW_TIMES.silenceMs, true);
    for (let passedMs = 0; passedMs < 6_000; passedMs += 1_500) {
      repair.restarted(false);
      pass(1_500);
    }
    expect(repairs).toHaveLength(1);
    // What heals and breaks anew gives way again.
    repair.listen(0, true);
    pass(10_000);
    repair.listen(FLOW_TIMES.silenceMs, true);
    repair.restarted(false);
    pass(REPAIR_TIMES.theirsMs - 1);
    expect(repairs).toHaveLength(1);
  });

  it('comes soon where both ends had begun one, this one gave way, and that does not help', () => {
    const repair = connected(true);
    repair.listen(FLOW_TIMES.silenceMs, true);
    pass(REPAIR_TIMES.politeDelayMs);
    expect(repairs).toHaveLength(1);
    pass(3_000);
    repair.restarted(true);
    pass(REPAIR_TIMES.ofBothMs - 1);
    expect(repairs).toHaveLength(1);
    pass(1);
    expect(repairs).toHaveLength(2);
  });

  it.each([
    ['after', ['restarted', 'heard']],
    ['before', ['heard', 'restarted']],
  ])('is soon due again where something was heard %s this end gave way, and no more then', (_when, order) => {
    const repair = connected(true);
    repair.listen(FLOW_TIMES.silenceMs, true);
    pass(REPAIR_TIMES.politeDelayMs);
    expect(repairs).toHaveLength(1);
    pass(3_000);
    for (const each of order) {
      if (each === 'heard') repair.listen(0, true);
      else repair.restarted(true);
    }
    repair.listen(FLOW_TIMES.shortSilenceMs, true);
    pass(1);
    expect(repairs).toHaveLength(2);
  });

  it('is done at once by whoever has another network since the other end began one', () => {
    const repair = connected(true);
    repair.restarted(false);
    pass(10);
    repair.networkChanged();
    repair.listen(FLOW_TIMES.shortSilenceMs, true);
    pass(1);
    expect(repairs).toHaveLength(1);
  });

  it('tells once that something comes again, and nothing of gaps that are short', () => {
    const repair = connected(false);
    repair.listen(FLOW_TIMES.silenceMs - 1, true);
    repair.listen(0, true);
    expect(heard).toBe(0);
    repair.listen(FLOW_TIMES.silenceMs, true);
    repair.listen(0, true);
    repair.listen(0, true);
    expect(heard).toBe(1);
  });

  it('does not hold a silence that was meant against somebody who begins to send', () => {
    const repair = connected(false);
    repair.listen(0, false);
    repair.listen(FLOW_TIMES.silenceMs + 500, false);
    repair.listen(FLOW_TIMES.silenceMs + 500, true);
    pass(500);
    repair.listen(0, true);
    pass(60_000);
    expect(repairs).toEqual([]);
  });

  it.each([
    ['this end repairs', (repair: LinkRepair) => repair.listen(FLOW_TIMES.silenceMs, true)],
    ['the other end repairs', (repair: LinkRepair) => repair.restarted(false)],
    ['the network is another one', (repair: LinkRepair) => repair.networkChanged()],
  ])('may bring another path for a while after %s', (_what, happen) => {
    const repair = connected(false);
    expect(repair.isMending).toBe(false);
    happen(repair);
    pass(1);
    expect(repair.isMending).toBe(true);
    repair.listen(0, true);
    pass(REPAIR_TIMES.mendingMs);
    expect(repair.isMending).toBe(false);
  });

  it('comes no oftener than it may, however much speaks for it', () => {
    const repair = connected(false);
    for (let n = 0; n < 100; n += 1) {
      repair.networkChanged();
      repair.listen(FLOW_TIMES.silenceMs, true);
      pass(100);
    }
    expect(repairs.length).toBeLessThanOrEqual(Math.ceil(10_000 / REPAIR_TIMES.leastMs));
  });
});
