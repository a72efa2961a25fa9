import { afterEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@video-room/protocol';
import { RING_MS, setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;
const refused = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

function setUp() {
  t = setUpCalls('meeting', ['ann 1']);
  t.world.enter('mod 1', { admin: true });
  t.world.enter('mod 2', { admin: true });
}

/** Somebody without the right to walk in comes; returns the id of its knock. */
async function come(participant: string): Promise<string> {
  t.world.enter(participant, { admitted: false });
  const [knock] = await t.arrive(participant);
  return knock?.id ?? 'none';
}

describe('a knock', () => {
  afterEach(() => {
    expect(t.faults).toEqual([]);
    t.tearDown();
  });

  it('is made by coming, and told to those who moderate alone', async () => {
    setUp();
    const id = await come('new 1');
    expect(t.told.map(({ to }) => to)).toEqual(['mod 1', 'mod 2']);
    expect(await t.calls.get('r', id)).toMatchObject({ kind: 'knock', state: 'ringing', caller: { identity: 'new' } });
    const record = await t.calls.get('r', id);
    expect([record?.callee, record?.ringsUntil]).toEqual([undefined, undefined]);
    expect((await t.knock('new 1')).id).toBe(id);
    expect(await t.arrive('new 1')).toHaveLength(1);
    expect(await t.arrive('ann 1')).toEqual([]);
  });

  it('waits as long as its caller, and for somebody who moderates and comes later', async () => {
    t = setUpCalls('meeting', ['ann 1']);
    const id = await come('new 1');
    await t.pass(RING_MS * 100);
    t.world.enter('mod 1', { admin: true });
    expect(await t.arrive('mod 1')).toMatchObject([{ id, state: 'ringing' }]);
    t.world.change('new 1', { online: false });
    await t.calls.away('r', 'new 1');
    expect(await t.state(id)).toBe('ringing');
    await t.leave('new 1', 'lost');
    expect(t.seen('mod 1', id)).toEqual(['cancelled']);
  });

  it('lets in when somebody who moderates accepts, with words', async () => {
    setUp();
    const id = await come('new 1');
    await t.calls.answer('r', t.by('mod 2'), { call: id, accept: true, reason: 'be quiet' });
    expect(t.world.at('new 1')?.admitted).toBe(true);
    const callee = { identity: 'mod', participant: 'mod 2' };
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'accepted', callee, reason: 'be quiet' });
    expect(t.seen('new 1', id)).toEqual(['accepted']);
    expect(t.seen('mod 2', id)).toEqual(['ringing', 'accepted']);
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'answered-elsewhere']);
    for (const who of ['new 1', 'mod 2']) await expect(t.hangUp(who, id)).rejects.toEqual(refused('no-such-call'));
    await t.leave('mod 2');
    expect(await t.state(id)).toBe('accepted');
    await t.leave('new 1');
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endReason: 'left' });
    expect(await t.arrive('mod 1')).toEqual([]);
  });

  it('is answered by the site backend and by those who moderate, by nobody else', async () => {
    setUp();
    const id = await come('new 1');
    await come('new 2');
    t.world.enter('out 1', { admin: true, admitted: false });
    t.world.enter('mod 3', { admin: true, online: false });
    for (const who of ['new 1', 'new 2', 'ann 1', 'out 1', 'mod 3']) {
      await expect(t.accept(who, id)).rejects.toEqual(refused('no-such-call'));
    }
    expect(t.world.at('new 1')?.admitted).toBe(false);
    await t.calls.answer('r', 'backend', { call: id, accept: true });
    expect(t.world.at('new 1')?.admitted).toBe(true);
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'answered-elsewhere']);
  });

  it('that was refused may be repeated after a while, and not by coming again', async () => {
    setUp();
    const id = await come('new 1');
    await t.decline('mod 1', id, 'not today');
    for (const who of ['new 1', 'mod 1', 'mod 2']) expect(t.seen(who, id).at(-1)).toBe('declined');
    await t.pass(10_000);
    const wait = { retryAfterMs: LIMITS.knockAgainMs - 10_000 };
    await expect(t.knock('new 1')).rejects.toEqual(refused('rate-limited', wait));
    expect(await t.arrive('new 1')).toMatchObject([{ id, state: 'declined', reason: 'not today' }]);
    await t.leave('new 1');
    t.world.enter('new 2', { admitted: false });
    expect(await t.arrive('new 2')).toMatchObject([{ id, state: 'declined' }]);
    await t.pass(LIMITS.knockAgainMs - 10_000);
    const again = await t.knock('new 2');
    expect(t.seen('mod 1', again.id)).toEqual(['ringing']);
  });

  it('does not tell its caller who answered', async () => {
    setUp();
    const declined = await come('new 1');
    await t.decline('mod 1', declined);
    const accepted = await come('old 1');
    await t.accept('mod 1', accepted);
    for (const who of ['new 1', 'old 1']) {
      const heard = [...t.told.filter(({ to }) => to === who).map(({ call }) => call), ...(await t.arrive(who))];
      expect(heard).toHaveLength(2);
      for (const call of heard) expect(call).not.toHaveProperty('callee');
    }
  });

  it('goes on when it is accepted and no seat is free', async () => {
    setUp();
    const id = await come('new 1');
    t.world.isFull = true;
    for (const by of [t.by('mod 1'), 'backend'] as const) {
      await expect(t.calls.answer('r', by, { call: id, accept: true })).rejects.toEqual(refused('room-full'));
    }
    expect([t.seen('new 1', id), t.seen('mod 1', id)]).toEqual([[], ['ringing']]);
    t.world.isFull = false;
    await t.accept('mod 1', id);
    expect(t.seen('new 1', id)).toEqual(['accepted']);
  });

  it('is made and answered also by people who hide, whom no other call reaches or gives away', async () => {
    t = setUpCalls('call', ['ann 1']);
    t.world.enter('boss 1', { admin: true, hidden: true, name: 'The Boss', choices: { doNotDisturb: true } });
    t.world.enter('ghost 1', { hidden: true, admitted: false });
    const [knock] = await t.arrive('ghost 1');
    const id = knock?.id ?? 'none';
    expect(t.seen('boss 1', id)).toEqual(['ringing']);
    const ring = await t.ring('ann 1', 'boss');
    expect(ring).toMatchObject({ state: 'ringing', callee: { identity: 'boss', name: 'boss' } });
    expect([t.seen('boss 1', ring.id), await t.arrive('boss 1')]).toMatchObject([[], [{ id }]]);
    await expect(t.accept('boss 1', ring.id)).rejects.toEqual(refused('no-such-call'));
    await expect(t.ring('boss 1', 'ann')).rejects.toEqual(refused('not-allowed'));
    await t.accept('boss 1', id);
    expect(t.world.at('ghost 1')?.admitted).toBe(true);
  });

  it('does not give away whoever hides and answers it', async () => {
    setUp();
    t.world.enter('boss 1', { admin: true, hidden: true });
    const [declined, accepted] = [await come('new 1'), await come('old 1')];
    await t.decline('boss 1', declined, 'full up');
    await t.accept('boss 1', accepted);
    for (const who of ['mod 1', 'mod 2', 'boss 1', 'new 1', 'old 1']) {
      for (const { call } of t.told.filter(({ to }) => to === who)) expect(call).not.toHaveProperty('callee');
    }
    expect(t.seen('mod 1', declined)).toEqual(['ringing', 'declined']);
    expect(t.seen('boss 1', accepted)).toEqual(['ringing', 'answered-elsewhere']);
    for (const id of [declined, accepted]) expect(await t.calls.get('r', id)).not.toHaveProperty('callee');
  });

  it('is told to somebody who moderates from now on', async () => {
    t = setUpCalls('meeting', ['ann 1']);
    const id = await come('new 1');
    expect(t.told).toEqual([]);
    t.world.change('ann 1', { admin: true });
    await t.calls.adminChanged('r', 'ann 1');
    expect(t.seen('ann 1', id)).toEqual(['ringing']);
  });

  it('is over for somebody who moderates no longer, and goes on for the others', async () => {
    setUp();
    const id = await come('new 1');
    t.world.change('mod 1', { admin: false });
    await t.calls.adminChanged('r', 'mod 1');
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'answered-elsewhere']);
    await t.decline('mod 2', id);
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'answered-elsewhere']);
    const other = await come('old 1');
    t.world.change('mod 1', { admin: true });
    await t.calls.adminChanged('r', 'mod 1');
    expect(t.seen('mod 1', other)).toEqual(['ringing']);
  });

  it('that was decided while somebody ceased to moderate does not go on ringing there', async () => {
    setUp();
    const [old, cancelled, accepted] = [await come('new 0'), await come('new 1'), await come('old 1')];
    await t.hangUp('new 0', old);
    await t.pass(60_000);
    t.world.change('mod 1', { admin: false });
    await t.hangUp('new 1', cancelled);
    await t.accept('mod 2', accepted);
    expect([cancelled, accepted].map((id) => t.seen('mod 1', id))).toEqual([['ringing'], ['ringing']]);
    await t.calls.adminChanged('r', 'mod 1');
    expect(t.seen('mod 1', cancelled)).toEqual(['ringing', 'cancelled']);
    expect(t.seen('mod 1', accepted)).toEqual(['ringing', 'answered-elsewhere']);
    expect(t.seen('mod 1', old)).toEqual(['ringing', 'cancelled']);
  });

  it('can be taken back by its caller', async () => {
    setUp();
    const id = await come('new 1');
    await expect(t.hangUp('mod 1', id)).rejects.toEqual(refused('no-such-call'));
    await t.hangUp('new 1', id);
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'cancelled']);
    expect((await t.knock('new 1')).id).not.toBe(id);
  });

  it('of somebody who is let in another way is accepted by that', async () => {
    setUp();
    const id = await come('new 1');
    t.world.change('new 1', { admitted: true });
    expect(await t.arrive('new 1')).toMatchObject([{ id, state: 'accepted' }]);
    expect(t.seen('mod 1', id)).toEqual(['ringing', 'answered-elsewhere']);
  });

  it('shows nothing else to who waits: not that somebody calls', async () => {
    t = setUpCalls('call', ['ann 1']);
    t.world.enter('ben 1', { admitted: false });
    const { id } = await t.ring('ann 1', 'ben');
    expect((await t.arrive('ben 1')).map(({ kind }) => kind)).toEqual(['knock']);
    await expect(t.accept('ben 1', id)).rejects.toEqual(refused('no-such-call'));
    t.world.change('ben 1', { admitted: true });
    expect((await t.arrive('ben 1')).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'ring ringing',
      'knock accepted',
    ]);
  });
});
