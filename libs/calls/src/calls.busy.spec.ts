import { afterEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@video-room/protocol';
import { setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;
const setUp = (...participants: string[]) => (t = setUpCalls('call', participants));
const refused = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

async function inACall(from: string, to: string): Promise<string> {
  const { id } = await t.ring(from, to.split(' ')[0] ?? '');
  await t.accept(to, id);
  return id;
}
const talks = (...participants: string[]) => new Set(participants.map((one) => t.world.at(one)?.talk));

describe('somebody', () => {
  afterEach(() => {
    expect(t.faults).toEqual([]);
    t.tearDown();
  });

  it('in a call is busy, on all devices, and cannot call', async () => {
    setUp('ann 1', 'ben 1', 'ben 2', 'cem 1');
    await inACall('ann 1', 'ben 1');
    const call = await t.ring('cem 1', 'ben');
    expect(call).toMatchObject({ state: 'busy' });
    expect(t.seen('cem 1', call.id)).toEqual(['busy']);
    expect(t.seen('ben 2', call.id)).toEqual(['busy']);
    await expect(t.ring('ann 1', 'cem')).rejects.toEqual(refused('in-a-call'));
    await expect(t.ring('ben 2', 'cem')).rejects.toEqual(refused('in-a-call'));
    await expect(t.accept('ben 2', call.id)).rejects.toEqual(refused('no-such-call'));
  });

  it('who does not want to be disturbed is busy at once, also on a device that comes late', async () => {
    setUp('ann 1', 'ben 1', 'ben 2');
    t.world.change('ben 2', { choices: { doNotDisturb: true } });
    expect(await t.ring('ann 1', 'ben')).toMatchObject({ state: 'busy' });
    t.world.change('ben 2', { choices: { doNotDisturb: false } });
    const { id } = await t.ring('ann 1', 'ben');
    t.world.enter('ben 3', { choices: { doNotDisturb: true } });
    await t.arrive('ben 3');
    expect(t.seen('ann 1', id)).toEqual(['ringing', 'busy']);
    expect(t.seen('ben 1', id)).toEqual(['ringing', 'busy']);
  });

  it('whose calls add up is called in a call, and calls others into it', async () => {
    setUp('ann 1', 'ben 1', 'cem 1', 'dan 1');
    t.world.change('ben 1', { choices: { addUp: true } });
    await inACall('ann 1', 'ben 1');
    await inACall('ben 1', 'cem 1');
    await inACall('dan 1', 'ben 1');
    expect(talks('ann 1', 'ben 1', 'cem 1', 'dan 1').size).toBe(1);
    await expect(t.ring('ben 1', 'cem')).rejects.toEqual(refused('in-a-call'));
  });

  it('who joins the call of another leaves the own one', async () => {
    setUp('ann 1', 'ben 1', 'cem 1', 'dan 1');
    for (const one of ['ben 1', 'cem 1']) t.world.change(one, { choices: { addUp: true } });
    const first = await inACall('ann 1', 'ben 1');
    const second = await inACall('cem 1', 'dan 1');
    await inACall('cem 1', 'ben 1');
    expect(await t.calls.get('r', first)).toMatchObject({ state: 'ended', endedBy: 'ben', endReason: 'hung-up' });
    expect(await t.state(second)).toBe('accepted');
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
    expect(talks('ben 1', 'cem 1', 'dan 1').size).toBe(1);
  });

  it('who called the others into a call leaves it to them', async () => {
    setUp('ann 1', 'ben 1', 'cem 1');
    t.world.change('ann 1', { choices: { addUp: true } });
    const calls = [await inACall('ann 1', 'ben 1'), await inACall('ann 1', 'cem 1')];
    await t.hangUp('ann 1', calls[0] ?? '');
    expect(await Promise.all(calls.map(t.state))).toEqual(['ended', 'ended']);
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
    expect(talks('ben 1', 'cem 1').size).toBe(1);
    const [joined] = (await t.arrive('ben 1')).filter(({ state }) => state === 'accepted');
    expect(joined).toMatchObject({ talk: t.world.at('cem 1')?.talk, caller: { participant: 'ben 1' } });
    expect(t.seen('cem 1', joined?.id ?? '')).toEqual(['accepted']);
    await t.hangUp('cem 1', joined?.id ?? '');
    expect(talks('ben 1', 'cem 1')).toEqual(new Set([undefined]));
  });

  it('who accepts one of several calls is busy for the rest, and what it asked for itself is over', async () => {
    setUp('ann 1', 'ben 1', 'cem 1', 'dan 1');
    const { id: wanted } = await t.ring('ann 1', 'ben');
    const { id: other } = await t.ring('cem 1', 'ben');
    const { id: own } = await t.ring('ben 1', 'dan');
    await t.accept('ben 1', wanted);
    expect(await Promise.all([wanted, other, own].map(t.state))).toEqual(['accepted', 'busy', 'cancelled']);
  });

  it('calls one person five times a minute and thirty in all, and is told when the next is possible', async () => {
    setUp('ann 1', 'ann 2', 'ben 1');
    const callAndCancel = async (device: string, identity: string) => {
      const { id } = await t.ring(device, identity);
      await t.hangUp(device, id);
    };
    await callAndCancel('ann 1', 'ben');
    await t.pass(10_000);
    for (let made = 1; made < LIMITS.callsToOnePerMinute; made += 1) await callAndCancel('ann 2', 'ben');
    await expect(t.ring('ann 1', 'ben')).rejects.toEqual(refused('rate-limited', { retryAfterMs: 50_000 }));
    for (let made = LIMITS.callsToOnePerMinute; made < LIMITS.callsPerMinute; made += 1) {
      await callAndCancel('ann 1', `p${made}`);
    }
    await expect(t.ring('ann 1', 'cem')).rejects.toEqual(refused('rate-limited', { retryAfterMs: 50_000 }));
    await t.ring('ben 1', 'cem');
    await t.pass(50_000);
    await callAndCancel('ann 1', 'ben');
    await expect(t.ring('ann 1', 'ben')).rejects.toEqual(refused('rate-limited', { retryAfterMs: 10_000 }));
  });

  it('is not called without end by many who each call seldom', async () => {
    const callers = Array.from({ length: LIMITS.ringsPerMinute / LIMITS.callsToOnePerMinute + 1 }, (_, n) => `c${n} 1`);
    setUp('ann 1', 'ben 1', ...callers);
    for (const caller of callers.slice(1)) {
      for (let made = 0; made < LIMITS.callsToOnePerMinute; made += 1) {
        await t.hangUp(caller, (await t.ring(caller, 'ben')).id);
      }
    }
    await expect(t.ring('c0 1', 'ben')).rejects.toEqual(refused('rate-limited', { retryAfterMs: 60_000 }));
    await t.ring('c0 1', 'ann');
    await t.pass(60_000);
    await t.ring('c0 1', 'ben');
  });
});
