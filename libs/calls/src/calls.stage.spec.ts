import { afterEach, describe, expect, it } from '@jest/globals';
import { RING_MS, setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;
const refused = (code: string) => expect.objectContaining({ code });

function setUp() {
  t = setUpCalls('broadcast', ['host 1']);
  for (const watcher of ['ann 1', 'ann 2', 'ben 1']) t.world.enter(watcher, { publishes: false });
}

describe('a call to the stage', () => {
  afterEach(() => {
    expect(t.faults).toEqual([]);
    t.tearDown();
  });

  it('brings on stage the device that accepts, until either side ends it', async () => {
    setUp();
    for (const ender of ['host 1', 'ann 2']) {
      const { id } = await t.toStage('host 1', 'ann');
      expect(t.world.at('ann 2')?.publishes).toBe(false);
      await t.accept('ann 2', id);
      expect([t.world.at('ann 1')?.publishes, t.world.at('ann 2')?.publishes]).toEqual([false, true]);
      expect(t.seen('ann 1', id)).toEqual(['ringing', 'answered-elsewhere']);
      expect(t.seen('ben 1', id)).toEqual([]);
      await expect(t.toStage('host 1', 'ann')).rejects.toEqual(refused('not-allowed'));
      await t.hangUp(ender, id);
      expect(t.world.at('ann 2')?.publishes).toBe(false);
      expect(t.seen('host 1', id)).toEqual(['ringing', 'accepted', 'ended']);
    }
  });

  it.each(['host 1', 'ann 1'])('ends when one of the two leaves: %s', async (leaver) => {
    setUp();
    const { id } = await t.toStage('host 1', 'ann');
    await t.accept('ann 1', id);
    await t.leave(leaver);
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endReason: 'left' });
    expect(t.world.at('ann 1')?.publishes ?? false).toBe(false);
  });

  it('is shown to whoever moderates once somebody is on stage, and ended by them', async () => {
    setUp();
    t.world.enter('mod 1', { publishes: false, admin: true });
    t.world.enter('host 2');
    const { id } = await t.toStage('host 1', 'ann');
    await expect(t.hangUp('mod 1', id)).rejects.toEqual(refused('no-such-call'));
    await t.accept('ann 1', id);
    for (const other of ['host 2', 'ben 1', 'ann 2']) {
      await expect(t.hangUp(other, id)).rejects.toEqual(refused('no-such-call'));
    }
    t.world.enter('mod 2', { publishes: false, admin: true });
    expect(await t.arrive('mod 2')).toMatchObject([{ id, state: 'accepted' }]);
    await t.hangUp('mod 1', id);
    expect(t.world.at('ann 1')?.publishes).toBe(false);
    expect(t.seen('mod 1', id)).toEqual(['accepted', 'ended']);
    expect(t.seen('mod 2', id)).toEqual(['ended']);
    expect(t.seen('ben 1', id)).toEqual([]);
    expect(await t.calls.get('r', id)).toMatchObject({ state: 'ended', endedBy: 'mod', endReason: 'hung-up' });
  });

  it('is over for somebody who moderates no longer, unless it is its own', async () => {
    setUp();
    t.world.enter('mod 1', { publishes: false, admin: true });
    t.world.change('host 1', { admin: true });
    const asked = await t.toStage('host 1', 'ben');
    const { id } = await t.toStage('host 1', 'ann');
    await t.accept('ann 1', id);
    for (const who of ['mod 1', 'host 1', 'ann 1', 'ann 2']) {
      t.world.change(who, { admin: false });
      await t.calls.adminChanged('r', who);
    }
    expect(t.seen('mod 1', id)).toEqual(['accepted', 'answered-elsewhere']);
    expect(t.seen('host 1', id)).toEqual(['ringing', 'accepted']);
    expect(t.seen('ann 1', id)).toEqual(['ringing', 'accepted']);
    expect(t.seen('ann 2', id)).toEqual(['ringing', 'answered-elsewhere']);
    expect(t.seen('mod 1', asked.id)).toEqual([]);
    t.world.enter('boss 1', { publishes: false, hidden: true, admin: true });
    await t.calls.adminChanged('r', 'boss 1');
    expect(t.seen('boss 1', id)).toEqual([]);
    await expect(t.hangUp('boss 1', id)).rejects.toEqual(refused('no-such-call'));
    t.world.change('mod 1', { admin: true });
    await t.calls.adminChanged('r', 'mod 1');
    expect(t.seen('mod 1', id)).toEqual(['accepted', 'answered-elsewhere', 'accepted']);
  });

  it('is the only one that those who moderate end for others', async () => {
    t = setUpCalls('call', ['ann 1', 'ben 1']);
    t.world.enter('mod 1', { admin: true });
    const { id } = await t.ring('ann 1', 'ben');
    await t.accept('ben 1', id);
    await expect(t.hangUp('mod 1', id)).rejects.toEqual(refused('no-such-call'));
    expect(t.seen('mod 1', id)).toEqual([]);
  });

  it('is made by those who publish or moderate, to those who watch', async () => {
    setUp();
    await expect(t.toStage('ann 1', 'ben')).rejects.toEqual(refused('not-allowed'));
    await expect(t.toStage('host 1', 'host')).rejects.toEqual(refused('bad-message'));
    await expect(t.ring('host 1', 'ann')).rejects.toEqual(refused('wrong-kind'));
    t.world.change('ben 1', { admin: true });
    const { id } = await t.toStage('ben 1', 'ann');
    await expect(t.accept('host 1', id)).rejects.toEqual(refused('no-such-call'));
    await expect(t.accept('ben 1', id)).rejects.toEqual(refused('no-such-call'));
    await t.decline('ann 1', id);
    expect(await t.state(id)).toBe('declined');
  });

  it('is not made by a guest, who is there by invitation alone', async () => {
    setUp();
    const { id } = await t.toStage('host 1', 'ann');
    await t.accept('ann 1', id);
    await expect(t.toStage('ann 1', 'ben')).rejects.toEqual(refused('not-allowed'));
    t.world.change('ann 1', { admin: true });
    expect((await t.toStage('ann 1', 'ben')).state).toBe('ringing');
  });

  it('waits as long as a ring, and of two that ring one is enough', async () => {
    setUp();
    t.world.enter('host 2');
    const first = await t.toStage('host 1', 'ann');
    const second = await t.toStage('host 2', 'ann');
    await t.accept('ann 1', second.id);
    expect(await t.state(first.id)).toBe('busy');
    const { id } = await t.toStage('host 1', 'ben');
    await t.pass(RING_MS);
    expect(await t.state(id)).toBe('missed');
  });
});
