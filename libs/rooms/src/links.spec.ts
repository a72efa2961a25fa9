import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, type Rights } from '@video-room/protocol';
import fc from 'fast-check';
import { linkBetween, linksOf, linkSeenBy, type LinkEnd } from './links.js';

const FULL: Rights = { publish: ['microphone', 'camera'], subscribe: true, publishData: true, admin: false };
const VIEWER: Rights = { ...FULL, publish: [] };
const DEAF: Rights = { ...FULL, subscribe: false };

const end = (id: string, rights = FULL, more: Partial<LinkEnd> = {}): LinkEnd => ({
  participant: { id, connection: 'online', rights, choices: DEFAULT_CHOICES },
  instance: `instance-of-${id}`,
  hidden: false,
  admitted: true,
  ...more,
});

const MEETING = { kind: 'meeting' } as const;
const idOf = (one: LinkEnd, other: LinkEnd) => linkBetween(MEETING, one, other).id;

const peers = (own: LinkEnd, all: LinkEnd[]) => linksOf(MEETING, own, all).map(({ peer }) => peer);

describe('links', () => {
  it('join everybody with everybody in a meeting, nobody with itself', () => {
    const all = [end('a'), end('b'), end('c')];
    expect(peers(end('b'), all)).toEqual(['a', 'c']);
  });

  it('need one who may send what the other may receive', () => {
    const all = [end('full'), end('viewer', VIEWER), end('other-viewer', VIEWER), end('deaf', DEAF)];
    expect(peers(end('viewer', VIEWER), all)).toEqual(['full', 'deaf']);
    expect(peers(end('deaf', DEAF), all)).toEqual(['full', 'viewer', 'other-viewer'].filter((id) => id !== 'deaf'));
    expect(peers(end('mute', { ...VIEWER, subscribe: false }), all)).toEqual([]);
  });

  it('leave out hidden people on both sides', () => {
    const hidden = end('h', FULL, { hidden: true });
    expect(peers(end('a'), [end('a'), hidden])).toEqual([]);
    expect(peers(hidden, [end('a'), hidden])).toEqual([]);
  });

  it('have one id and opposite parts at both ends; the newcomer makes the first offer', () => {
    const [one, other] = [end('01aaa'), end('02bbb')];
    const [seen] = linksOf(MEETING, one, [one, other]);
    const [seenByOther] = linksOf(MEETING, other, [one, other]);
    expect(seen).toMatchObject({ peer: '02bbb', polite: true, state: 'open' });
    expect(seenByOther).toMatchObject({ id: seen?.id, peer: '01aaa', polite: false });
    expect(linkSeenBy(other, one, 'open', linkBetween(MEETING, one, other))).toEqual(seenByOther);
  });

  it('have another id once a page was reloaded', () => {
    const reloaded = end('a', FULL, { instance: 'another' });
    expect(idOf(end('a'), end('b'))).not.toBe(idOf(reloaded, end('b')));
    expect(idOf(end('a'), end('b'))).toMatch(/^[\w-]{22}$/);
  });

  it('are relay-only if the room or either end says so, under another id, at both ends', () => {
    const [plain, other, hiding] = [end('a'), end('b'), end('b', FULL, { relayOnly: true })];
    expect(linkBetween(MEETING, plain, other)).not.toHaveProperty('relayOnly');
    const direct = idOf(plain, other);
    for (const link of [
      linkBetween(MEETING, plain, hiding),
      linkBetween(MEETING, hiding, plain),
      linkBetween({ ...MEETING, relayOnly: true }, plain, other),
    ]) {
      expect(link).toEqual({ id: idOf(plain, hiding), relayOnly: true });
      expect(link.id).not.toBe(direct);
    }
    expect(linksOf({ ...MEETING, relayOnly: true }, plain, [plain, other])).toMatchObject([{ relayOnly: true }]);
  });

  it('are seen by both ends or by none, whoever is there', () => {
    const rights = fc.record({
      publish: fc.subarray(['microphone', 'camera'] as const).map((sources) => [...sources]),
      subscribe: fc.boolean(),
      publishData: fc.constant(true),
      admin: fc.boolean(),
    });
    const people = fc.uniqueArray(fc.tuple(fc.string(), rights, fc.boolean()), { selector: ([id]) => id });
    fc.assert(
      fc.property(people, (list) => {
        const all = list.map(([id, mayDo, hidden]) => end(id, mayDo, { hidden }));
        const ids = all.flatMap((own) => linksOf(MEETING, own, all).map(({ id }) => id));
        return ids.every((id) => ids.filter((other) => other === id).length === 2);
      }),
    );
  });
});
