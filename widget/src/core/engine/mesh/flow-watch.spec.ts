import { beforeEach, describe, expect, it } from '@jest/globals';
import { FLOW_TIMES, FlowWatch } from './flow-watch.js';

describe('the flow over a link', () => {
  let flow: FlowWatch;
  let nowMs: number;
  const look = (mark: number) => flow.look((nowMs += FLOW_TIMES.lookMs), [mark]);
  beforeEach(() => {
    flow = new FlowWatch();
    nowMs = 0;
  });

  it('is not missed before anything has come', () => {
    for (let n = 0; n < 20; n += 1) look(-Infinity);
    expect(flow.silentMs(nowMs)).toBe(0);
  });

  it('is silent since what came last', () => {
    look(1);
    look(2);
    for (let n = 0; n < 4; n += 1) look(2);
    expect(flow.silentMs(nowMs)).toBe(4 * FLOW_TIMES.lookMs);
    look(3);
    expect(flow.silentMs(nowMs)).toBe(0);
  });

  it('is as silent when it cannot be told any more what came', () => {
    look(1);
    look(-Infinity);
    look(-Infinity);
    expect(flow.silentMs(nowMs)).toBe(2 * FLOW_TIMES.lookMs);
    look(1);
    expect(flow.silentMs(nowMs)).toBe(3 * FLOW_TIMES.lookMs);
  });

  it('is heard by other ways, too', () => {
    look(1);
    look(1);
    flow.hear(nowMs);
    expect(flow.silentMs(nowMs)).toBe(0);
  });

  describe('of several things, sound and pictures', () => {
    const lookAt = (...marks: number[]) => flow.look((nowMs += FLOW_TIMES.lookMs), marks);

    it('has stopped in part when one goes on that was steady', () => {
      for (let n = 0; n < 3; n += 1) lookAt(n, n);
      for (let n = 0; n < 4; n += 1) lookAt(3 + n, 2);
      expect([flow.silentMs(nowMs), flow.stoppedMs(nowMs)]).toEqual([0, 4 * FLOW_TIMES.lookMs]);
      lookAt(7, 3);
      expect(flow.stoppedMs(nowMs)).toBe(0);
    });

    it('has not where one moves now and then, as a screen does', () => {
      for (let n = 0; n < 12; n += 1) lookAt(n, Math.floor(n / 4));
      expect(flow.stoppedMs(nowMs)).toBe(0);
    });

    it('has not any more once something came by another way: it was meant to', () => {
      for (let n = 0; n < 3; n += 1) lookAt(n, n);
      for (let n = 0; n < 4; n += 1) lookAt(3 + n, 2);
      flow.hear(nowMs);
      expect(flow.stoppedMs(nowMs)).toBe(0);
    });

    it('has not any more once one of them moves after all were silent: that has just come', () => {
      for (let n = 0; n < 3; n += 1) lookAt(n, n);
      for (let n = 0; n < 8; n += 1) lookAt(2, 2);
      lookAt(3, 2);
      expect([flow.silentMs(nowMs), flow.stoppedMs(nowMs)]).toEqual([0, 0]);
    });
  });
});
