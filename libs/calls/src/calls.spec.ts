import { afterEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@video-room/protocol';
import { Calls } from './calls.js';
import { RING_MS, setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;
const setUp = (...participants: string[]) => (t = setUpCalls('call', participants));
const refused = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });

describe('a ring', () => {
  afterEach(() => {
    expect(t.faults).toEqual([]);
    t.tearDown();
  });

  it('rings on all devices of the called person and on the one that called, and nowhere else', async () => {
    setUp('ann 1', 'ann 2', 'ben 1', 'ben 2', 'cem 1');
    const call = await t.ring('ann 1', 'ben');
    expect(call).toMatchObject({
      kind: 'ring',
      state: 'ringing',
      caller: { identity: 'ann', name: 'ANN', participant: 'ann 1' },
      callee: { identity: 'ben', name: 'BEN' },
      ringsUntil: call.createdAt + RING_MS,
    });
    expect(call.callee?.participant).toBeUndefined();
    expect(t.told.map(({ to }) => to)).toEqual(['ann 1', 'ben 1', 'ben 2']);
    expect(t.told.every((event) => event.call.id === call.id)).toBe(true);
    expect(t.world.everybody().every(({ talk }) => talk === undefined)).toBe(true);
  });

  it('to somebody who is not there names him by his identity, without what is not seen or turns text around', async () => {
    setUp('ann 1');
    const { id } = await t.ring('ann 1', 'z\u202eoe\u0000');
    expect((await t.calls.get('r', id))?.callee).toEqual({ identity: 'z\u202eoe\u0000', name: 'zoe' });
  });

  it('that is accepted puts the two devices into one talk; the others are told answered-elsewhere, once', async () => {
    setUp('ann 1', 'ben 1', 'ben 2', 'ben 3');
    const { id } = await t.ring('ann 1', 'ben');
    await t.accept('ben 2', id);
    const record = await t.calls.get('r', id);
    expect(record).toMatchObject({ state: 'accepted', callee: { participant: 'ben 2' } });
    expect(t.world.at('ann 1')?.talk).toBe(record?.talk);
    expect(t.world.at('ben 2')?.talk).toBe(record?.talk);
    expect(t.world.at('ben 1')?.talk).toBeUndefined();
    await t.hangUp('ben 2', id);
    for (const device of ['ann 1', 'ben 2']) expect(t.seen(device, id)).toEqual(['ringing', 'accepted', 'ended']);
    for (const device of ['ben 1', 'ben 3']) expect(t.seen(device, id)).toEqual(['ringing', 'answered-elsewhere']);
    expect(await t.calls.get('r', id)).toMatchObject({ endedBy: 'ben', endReason: 'hung-up' });
    expect(t.world.everybody().every(({ talk }) => talk === undefined)).toBe(true);
    const [past] = await t.arrive('ben 1');
    expect(past).toMatchObject({ state: 'answered-elsewhere' });
    expect(past?.talk).toBeUndefined();
  });

  it('is won by the first of all devices that accept at once', async () => {
    setUp('ann 1', 'ben 1', 'ben 2', 'ben 3');
    const { id } = await t.ring('ann 1', 'ben');
    const outcomes = await Promise.allSettled(['ben 3', 'ben 1', 'ben 2'].map((device) => t.accept(device, id)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await t.calls.get('r', id))?.callee?.participant).toBe('ben 3');
  });

  it('is won by one also when two servers with one store are asked at once', async () => {
    setUp('ann 1', 'ben 1', 'ben 2');
    const other = new Calls(t.store, t.world, { ringMs: RING_MS });
    const { id } = await t.ring('ann 1', 'ben');
    const outcomes = await Promise.allSettled([
      t.accept('ben 1', id),
      other.answer('r', t.by('ben 2'), { call: id, accept: true }),
      other.hangUp('r', t.by('ann 1'), id),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const accepted = outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled');
    expect(accepted.length).toBeLessThanOrEqual(1);
    expect(['ended', 'cancelled']).toContain(await t.state(id));
    other.close();
  });

  it('that one device declines is declined on all, with the reason', async () => {
    setUp('ann 1', 'ben 1', 'ben 2');
    const { id } = await t.ring('ann 1', 'ben');
    await t.decline('ben 1', id, 'in the bath');
    for (const device of ['ann 1', 'ben 1', 'ben 2']) expect(t.seen(device, id)).toEqual(['ringing', 'declined']);
    expect(await t.calls.get('r', id)).toMatchObject({ reason: 'in the bath' });
  });

  it.each([
    ['accept', 'cancel'],
    ['cancel', 'accept'],
    ['decline', 'cancel'],
    ['cancel', 'decline'],
    ['accept', 'decline'],
  ] as const)('ends as the first says when %s and %s race', async (first, second) => {
    setUp('ann 1', 'ben 1', 'ben 2');
    const { id } = await t.ring('ann 1', 'ben');
    const acts = {
      accept: () => t.accept('ben 1', id),
      decline: () => t.decline('ben 2', id),
      cancel: () => t.hangUp('ann 1', id),
    };
    const outcomes = await Promise.allSettled([acts[first](), acts[second]()]);
    const expected = { accept: 'accepted', decline: 'declined', cancel: 'cancelled' }[first];
    // Hanging up ends what has just been accepted: the caller wanted out either way.
    const isEnded = first === 'accept' && second === 'cancel';
    expect(outcomes[1]?.status).toBe(isEnded ? 'fulfilled' : 'rejected');
    expect(await t.state(id)).toBe(isEnded ? 'ended' : expected);
    expect(t.seen('ann 1', id)).toEqual(t.seen('ben 1', id));
  });

  it('becomes one call when both call each other at once', async () => {
    setUp('ann 1', 'ben 1', 'ben 2');
    const [first, second] = await Promise.all([t.ring('ann 1', 'ben'), t.ring('ben 2', 'ann')]);
    expect(second).toMatchObject({ id: first.id, state: 'accepted', callee: { participant: 'ben 2' } });
    expect(new Set(t.told.map(({ call }) => call.id)).size).toBe(1);
    expect(t.world.at('ann 1')?.talk).toBe(second.talk);
    expect(t.world.at('ben 2')?.talk).toBe(second.talk);
  });

  it('that rings already is the one that asking again gives', async () => {
    setUp('ann 1', 'ben 1');
    const [one, other] = await Promise.all([t.ring('ann 1', 'ben'), t.ring('ann 1', 'ben')]);
    expect(other.id).toBe(one.id);
    expect(t.told).toHaveLength(2);
  });

  it('is missed by the clock of the server, and shown to who comes back', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    await t.pass(RING_MS - 1);
    expect(await t.state(id)).toBe('ringing');
    await t.pass(1);
    expect(t.seen('ann 1', id)).toEqual(['ringing', 'missed']);
    expect(t.seen('ben 1', id)).toEqual(['ringing', 'missed']);
    await expect(t.accept('ben 1', id)).rejects.toEqual(refused('no-such-call'));
    await t.leave('ben 1');
    t.world.enter('ben 2');
    expect(await t.arrive('ben 2')).toMatchObject([{ id, state: 'missed' }]);
    await t.pass(LIMITS.keptCallsMs + 1);
    expect(await t.arrive('ben 2')).toEqual([]);
    expect(await t.calls.get('r', id)).toBeUndefined();
  });

  it('waits for somebody who is not there, and rings on a device that comes late', async () => {
    setUp('ann 1');
    const { id } = await t.ring('ann 1', 'ben');
    await t.pass(RING_MS / 2);
    t.world.enter('ben 1');
    expect(await t.arrive('ben 1')).toMatchObject([{ id, state: 'ringing' }]);
    expect(t.seen('ben 1', id)).toEqual([]);
    await t.accept('ben 1', id);
    expect(await t.state(id)).toBe('accepted');
  });

  it('goes on while the called side reloads, loses the network or leaves', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    t.world.change('ben 1', { online: false });
    await t.calls.away('r', 'ben 1');
    expect(await t.state(id)).toBe('ringing');
    await expect(t.accept('ben 1', id)).rejects.toEqual(refused('no-such-call'));
    t.world.change('ben 1', { online: true });
    expect(await t.arrive('ben 1')).toMatchObject([{ id, state: 'ringing' }]);
    await t.leave('ben 1');
    expect(await t.state(id)).toBe('ringing');
  });

  it('goes on while the caller is away and is cancelled when it has left', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    t.world.change('ann 1', { online: false });
    await t.calls.away('r', 'ann 1');
    expect(await t.state(id)).toBe('ringing');
    await t.leave('ann 1', 'lost');
    expect(t.seen('ben 1', id)).toEqual(['ringing', 'cancelled']);
    expect(t.told.filter(({ to }) => to === 'ann 1')).toHaveLength(1);
  });

  it('cannot be accepted once the caller has gone, even if nobody has said so yet', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    t.world.exit('ann 1');
    await expect(t.accept('ben 1', id)).rejects.toEqual(refused('no-such-call'));
    expect(await t.state(id)).toBe('cancelled');
  });

  it('fails when its room ends', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    t.world.endRoom();
    await t.calls.left('r', 'ann 1', 'removed');
    expect(await t.state(id)).toBe('failed');
  });

  it.each(['left', 'lost', 'removed'] as const)('that was accepted ends when somebody is gone: %s', async (reason) => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    await t.accept('ben 1', id);
    await t.leave('ann 1', reason);
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endedBy: 'ann', endReason: reason });
    expect(t.seen('ben 1', id)).toEqual(['ringing', 'accepted', 'ended']);
    expect(t.world.at('ben 1')?.talk).toBeUndefined();
  });

  it('that was accepted ends with its room', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    await t.accept('ben 1', id);
    t.world.endRoom();
    await t.calls.left('r', 'ann 1', 'removed');
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endReason: 'room-ended' });
  });

  it('is taken back if the rooms cannot carry it out', async () => {
    setUp('ann 1', 'ben 1');
    const { id } = await t.ring('ann 1', 'ben');
    t.world.fault = new Error('rooms are down');
    await expect(t.accept('ben 1', id)).rejects.toThrow('rooms are down');
    expect(t.seen('ann 1', id)).toEqual(['ringing', 'accepted', 'ended']);
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endReason: 'lost' });
  });

  it('is refused to oneself, from outside the room, in rooms of another kind, and for who waits outside', async () => {
    setUp('ann 1', 'ben 1');
    await expect(t.ring('ann 1', 'ann')).rejects.toEqual(refused('bad-message'));
    await expect(t.ring('cem 1', 'ben')).rejects.toEqual(refused('not-allowed'));
    await expect(t.calls.request('other', t.by('ann 1'), { kind: 'knock' })).rejects.toEqual(refused('not-allowed'));
    await expect(t.toStage('ann 1', 'ben')).rejects.toEqual(refused('wrong-kind'));
    await expect(t.knock('ann 1')).rejects.toEqual(refused('wrong-kind'));
    t.world.change('ann 1', { admitted: false });
    await expect(t.ring('ann 1', 'ben')).rejects.toEqual(refused('not-allowed'));
    expect(t.told).toEqual([]);
    t.tearDown();
    for (const kind of ['meeting', 'broadcast'] as const) {
      t = setUpCalls(kind, ['ann 1', 'ben 1']);
      await expect(t.ring('ann 1', 'ben')).rejects.toEqual(refused('wrong-kind'));
      t.tearDown();
    }
  });

  it('is answered and ended only by those whose it is, and all others are told the same', async () => {
    setUp('ann 1', 'ann 2', 'ben 1', 'cem 1');
    const { id } = await t.ring('ann 1', 'ben');
    const nobodys = [
      () => t.accept('ann 1', id),
      () => t.accept('ann 2', id),
      () => t.accept('cem 1', id),
      () => t.decline('ann 1', id),
      () => t.decline('cem 1', id),
      () => t.hangUp('ben 1', id),
      () => t.hangUp('ann 2', id),
      () => t.hangUp('cem 1', id),
      () => t.accept('ben 1', 'no such id'),
      () => t.calls.answer('r', 'backend', { call: id, accept: true }),
      () => t.calls.hangUp('r', { participant: 'ann 1', identity: 'ben' }, id),
      () => t.calls.answer('r', { participant: 'cem 1', identity: 'ben' }, { call: id, accept: true }),
      () => t.calls.answer('other', t.by('ben 1'), { call: id, accept: true }),
    ];
    const messages = new Set<string>();
    for (const attempt of nobodys) {
      const error: unknown = await attempt().catch((cause: unknown) => cause);
      expect(error).toEqual(refused('no-such-call'));
      messages.add((error as Error).message);
    }
    expect(messages.size).toBe(1);
    expect(await t.state(id)).toBe('ringing');
    expect(t.told).toHaveLength(2);
  });

  it('made by the site backend comes from the first device that is there, and never accepts for anybody', async () => {
    setUp('ann 1', 'ann 2', 'ben 1');
    t.world.change('ann 1', { online: false });
    const from = (identity: string, to: string) =>
      t.calls.request('r', { identity }, { kind: 'ring', identity: to, video: false });
    const call = await from('ann', 'ben');
    expect(call.caller.participant).toBe('ann 2');
    expect(await from('ben', 'ann')).toMatchObject({ id: call.id, state: 'ringing' });
    await t.calls.hangUp('r', 'backend', call.id);
    expect(await t.state(call.id)).toBe('cancelled');
    const again = await from('ann', 'ben');
    await t.accept('ben 1', again.id);
    await t.calls.hangUp('r', 'backend', again.id);
    expect(await t.state(again.id)).toBe('ended');
    expect(t.world.at('ann 2')?.talk).toBeUndefined();
    await expect(from('cem', 'ben')).rejects.toEqual(refused('not-allowed'));
  });
});
