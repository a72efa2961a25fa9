import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, type Rights } from '@video-room/protocol';
import fc from 'fast-check';
import { linkId, linksOf, linkSeenBy, type LinkEnd } from './links.js';

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

const peers = (own: LinkEnd, all: LinkEnd[]) => linksOf('meeting', own, all).map(({ peer }) => peer);

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
    const [seen] = linksOf('meeting', one, [one, other]);
    const [seenByOther] = linksOf('meeting', other, [one, other]);
    expect(seen).toMatchObject({ peer: '02bbb', polite: true, state: 'open' });
    expect(seenByOther).toMatchObject({ id: seen?.id, peer: '01aaa', polite: false });
    expect(linkSeenBy(other, one, 'open')).toEqual(seenByOther);
  });

  it('have another id once a page was reloaded', () => {
    const reloaded = end('a', FULL, { instance: 'another' });
    expect(linkId(end('a'), end('b'))).not.toBe(linkId(reloaded, end('b')));
    expect(linkId(end('a'), end('b'))).toMatch(/^[\w-]{22}$/);
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
        const ids = all.flatMap((own) => linksOf('meeting', own, all).map(({ id }) => id));
        return ids.every((id) => ids.filter((other) => other === id).length === 2);
      }),
    );
  });
});
