import { afterEach, describe, expect, it } from '@jest/globals';
import type { CallRecord } from '@video-room/protocol';
import { RING_MS, setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;

/** A server that has lost its memory while the two were in a call; returns what each holds a note of. */
async function restart(): Promise<CallRecord> {
  const before = setUpCalls('call', ['ann 1', 'ben 1']);
  const { id } = await before.ring('ann 1', 'ben');
  await before.accept('ben 1', id);
  const note = await before.calls.get('r', id);
  before.tearDown();
  t = setUpCalls('call');
  return note as CallRecord;
}

async function comeBack(participant: string, ...notes: CallRecord[]): Promise<CallRecord[]> {
  t.world.enter(participant);
  await t.calls.restore('r', participant, notes);
  return t.arrive(participant);
}

describe('after a restart an accepted call', () => {
  afterEach(() => {
    expect(t.faults).toEqual([]);
    t.tearDown();
  });

  it('goes on when both come back with their notes of it', async () => {
    const note = await restart();
    expect(await comeBack('ann 1', note)).toEqual([note]);
    expect(await comeBack('ben 1', note)).toEqual([note]);
    expect([t.world.at('ann 1')?.talk, t.world.at('ben 1')?.talk]).toEqual([note.talk, note.talk]);
    await t.pass(RING_MS * 2);
    expect(await t.state(note.id)).toBe('accepted');
    expect(t.told).toEqual([]);
    await t.hangUp('ben 1', note.id);
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
  });

  it('ends when the other does not come back in time', async () => {
    const note = await restart();
    await comeBack('ann 1', note);
    await t.pass(RING_MS - 1);
    expect(t.world.at('ann 1')?.talk).toBe(note.talk);
    await t.pass(1);
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
    expect(t.told).toMatchObject([{ to: 'ann 1', call: { state: 'ended', endedBy: 'ben', endReason: 'lost' } }]);
  });

  it('ends when the other comes back without it', async () => {
    const note = await restart();
    await comeBack('ann 1', note);
    await comeBack('ben 1');
    expect(await t.calls.get('r', note.id)).toMatchObject({ state: 'ended', endReason: 'lost' });
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
    expect(t.seen('ann 1', note.id)).toEqual(['ended']);
  });

  it('holds nobody together through somebody who has not come back', async () => {
    const before = setUpCalls('call', ['ann 1', 'ben 1', 'cem 1']);
    before.world.change('ben 1', { choices: { addUp: true } });
    const notes: CallRecord[] = [];
    for (const other of ['ann 1', 'cem 1']) {
      const { id } = await before.ring('ben 1', other.split(' ')[0] ?? '');
      await before.accept(other, id);
      notes.push((await before.calls.get('r', id)) as CallRecord);
    }
    before.tearDown();
    t = setUpCalls('call');
    const [annAndBen] = notes as [CallRecord];
    await comeBack('ann 1', annAndBen);
    await comeBack('ben 1', ...notes);
    await t.hangUp('ben 1', annAndBen.id);
    expect([t.world.at('ann 1')?.talk, t.world.at('ben 1')?.talk]).toEqual([undefined, undefined]);
    expect(await t.store.openCalls('r')).toEqual([]);
  });

  it('is brought back by nobody else, in no other state, and not once it has ended', async () => {
    const note = await restart();
    await comeBack('cem 1', note);
    await comeBack('ann 1', { ...note, id: 'other', state: 'ringing' });
    expect(await t.calls.get('r', note.id)).toBeUndefined();
    await comeBack('ann 1', note);
    await comeBack('ben 1', note);
    await t.hangUp('ann 1', note.id);
    t.world.enter('ben 1', { talk: 'as the rooms remember it' });
    await t.calls.restore('r', 'ben 1', [note]);
    expect(await t.arrive('ben 1')).toMatchObject([{ state: 'ended' }]);
    expect(t.world.at('ben 1')?.talk).toBeUndefined();
  });

  it('is not brought back by a note from before its end, when the other is there without it already', async () => {
    const note = await restart();
    await comeBack('ben 1');
    t.world.enter('ann 1', { talk: note.talk as string });
    await t.calls.restore('r', 'ann 1', [note]);
    expect(await t.arrive('ann 1')).toEqual([]);
    expect(t.world.at('ann 1')?.talk).toBeUndefined();
    // Once the other has gone, nobody can say that the note is old.
    await t.leave('ben 1');
    await t.leave('ann 1');
    expect(await comeBack('ann 1', note)).toEqual([note]);
  });

  it('brings a guest back on stage, for no longer than the host may take to come back', async () => {
    const before = setUpCalls('broadcast', ['host 1']);
    before.world.enter('ann 1', { publishes: false });
    const stage = await before.toStage('host 1', 'ann');
    await before.accept('ann 1', stage.id);
    const note = (await before.calls.get('r', stage.id)) as CallRecord;
    before.tearDown();
    t = setUpCalls('broadcast');
    t.world.enter('mod 1', { publishes: false, admin: true });
    t.world.enter('ann 1', { publishes: false });
    await t.calls.restore('r', 'ann 1', [note]);
    expect(t.world.at('ann 1')?.publishes).toBe(true);
    await t.pass(RING_MS);
    expect(t.world.at('ann 1')?.publishes).toBe(false);
    // Whoever moderates holds no note of it and is told.
    expect(t.seen('mod 1', note.id)).toEqual(['accepted', 'ended']);
  });
});
