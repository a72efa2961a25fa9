import { describe, expect, it } from '@jest/globals';
import type { ChatRecord } from '@video-room/protocol';
import { fakePerson } from '../fake-session.js';
import { messageGroups } from './message-groups.js';

const ANN = { participant: 'me', identity: 'me@example.org', name: 'Ann' };
const BEN = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
const SITE = { identity: '', name: 'Clinic' };
const OWN = fakePerson('me', 'Ann');

let count = 0;
const said = (change: Partial<ChatRecord> = {}): ChatRecord => ({
  id: String((count += 1)),
  at: count * 1000,
  from: BEN,
  text: 'text',
  ...change,
});
const sizes = (messages: ChatRecord[], since?: string) =>
  messageGroups(messages, OWN, since).map((group) => group.messages.length);

describe('groups of messages', () => {
  it('hold what one person wrote in a row', () => {
    expect(sizes([])).toEqual([]);
    expect(sizes([said(), said(), said({ from: ANN }), said()])).toEqual([2, 1, 1]);
  });

  it('end where the audience, the name or the hour becomes another', () => {
    expect(sizes([said(), said({ to: ANN }), said({ to: ANN }), said()])).toEqual([1, 2, 1]);
    expect(sizes([said(), said({ from: { ...BEN, name: 'Benjamin' } })])).toEqual([1, 1]);
    expect(sizes([said({ at: 0 }), said({ at: 299_999 }), said({ at: 900_000 })])).toEqual([2, 1]);
  });

  it('know what is one’s own, also from another device, and never what the site says', () => {
    const groups = messageGroups([said({ from: { ...ANN, participant: 'phone' } }), said({ from: SITE })], OWN);
    expect(groups.map(({ own }) => own)).toEqual([true, false]);
    const nobody = { ...OWN, identity: '' };
    expect(messageGroups([said({ from: SITE })], nobody)[0]?.own).toBe(false);
  });

  it('say where the new ones begin', () => {
    const messages = [said(), said(), said()];
    const groups = messageGroups(messages, OWN, messages[1]?.id);
    expect(groups.map(({ isNew, messages }) => [isNew, messages.length])).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });
});
