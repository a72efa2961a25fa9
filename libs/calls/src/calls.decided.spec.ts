/** Each request gets its outcome once, whoever is there to be told. */
import { afterEach, expect, it } from '@jest/globals';
import type { CallRecord } from '@video-room/protocol';
import { RING_MS, setUpCalls, type CallsUnderTest } from './calls-under-test.js';

let t: CallsUnderTest;
let decided: CallRecord[];
const states = () => decided.map(({ kind, state }) => `${kind} ${state}`);

function setUp(...[kind, participants]: Parameters<typeof setUpCalls>): void {
  t = setUpCalls(kind, participants);
  decided = [];
  t.calls.on('decided', (call) => decided.push(call));
}

afterEach(() => t.tearDown());

it('is said of rings, whatever came of them, and not again when a call ends', async () => {
  setUp('call', ['ann 1', 'ben 1', 'ben 2']);
  await t.decline('ben 1', (await t.ring('ann 1', 'ben')).id);
  await t.hangUp('ann 1', (await t.ring('ann 1', 'ben')).id);
  await t.ring('ann 1', 'nobody');
  await t.pass(RING_MS);
  t.world.change('ben 1', { choices: { doNotDisturb: true } });
  await t.ring('ann 1', 'ben');
  expect(states()).toEqual(['ring declined', 'ring cancelled', 'ring missed', 'ring busy']);
  t.world.change('ben 1', { choices: { doNotDisturb: false } });
  const { id } = await t.ring('ann 1', 'ben');
  await t.accept('ben 2', id);
  await t.hangUp('ann 1', id);
  expect(states().slice(4)).toEqual(['ring accepted']);
});

it('is not said of a call that goes on between two after the one who joined them has left', async () => {
  const addUp = ['ann 1', 'ben 1', 'cem 1'];
  setUp('call', addUp);
  for (const one of addUp) t.world.change(one, { choices: { addUp: true } });
  await t.accept('ben 1', (await t.ring('ann 1', 'ben')).id);
  await t.accept('cem 1', (await t.ring('ben 1', 'cem')).id);
  await t.leave('ben 1');
  expect(t.world.at('ann 1')?.talk).toBe(t.world.at('cem 1')?.talk);
  expect(states()).toEqual(['ring accepted', 'ring accepted']);
});

it('is said of a knock whose caller leaves, with nobody there to be told', async () => {
  setUp('meeting');
  t.world.enter('ann 1', { admitted: false });
  await t.knock('ann 1');
  await t.leave('ann 1');
  expect(states()).toEqual(['knock cancelled']);
});
