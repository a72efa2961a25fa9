import { describe, expect, it } from '@jest/globals';
import type { ChatView } from '../vr-chat/vr-chat.js';
import { steadyView } from './steady-view.js';

const BEN = { identity: 'ben', participant: 'p1', name: 'Ben' };
const VIEW: ChatView = {
  messages: [],
  own: undefined,
  since: undefined,
  state: 'open',
  people: [BEN],
  to: undefined,
  draft: { text: '' },
  failure: undefined,
};

describe('what the chat shows', () => {
  it('is the same object while nothing in it has changed', () => {
    expect(steadyView(undefined, VIEW)).toBe(VIEW);
    expect(steadyView(VIEW, { ...VIEW, people: [{ ...BEN }] })).toBe(VIEW);
  });

  it.each<Partial<ChatView>>([
    { messages: [] },
    { state: 'reconnecting' },
    { people: [] },
    { people: [{ ...BEN, name: 'Benjamin' }] },
    { to: BEN },
    { draft: { text: '' } },
    { failure: 'rate-limited' },
  ])('is another with %j', (change) => {
    const next = { ...VIEW, ...change };
    expect(steadyView(VIEW, next)).toEqual(next);
    expect(steadyView(VIEW, next)).not.toBe(VIEW);
  });
});
