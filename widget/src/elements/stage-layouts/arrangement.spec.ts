import { describe, expect, it } from '@jest/globals';
import type { PersonTile } from '../../controllers/people-tiles.js';
import { arrange, asRead, inOrderOfComing, onPage, type Wishes } from './arrangement.js';

const tile = (id: string, change: Partial<PersonTile> = {}): PersonTile => ({
  key: id,
  kind: 'person',
  id,
  identity: id,
  name: id,
  own: false,
  camera: undefined,
  muted: false,
  speaking: false,
  loudest: false,
  status: 'live',
  ...change,
});
const screen = (id: string, own = false) => tile(id, { key: `${id}/screen`, kind: 'screen', own });
const own = tile('me', { key: 'own', own: true });

const WISHES: Wishes = {
  layout: 'auto',
  newest: undefined,
  pinned: undefined,
  speaker: 'a',
  corner: 'bottom-end',
  ownHidden: false,
};
const SIZE = { width: 1000, height: 600, gap: 10 };
const seen = (people: PersonTile[], wishes: Partial<Wishes> = {}, size = SIZE) => {
  const { kind, featured } = arrange(people, size, { ...WISHES, ...wishes });
  return [kind, featured];
};

describe('which layout applies', () => {
  const [ann, ben] = [tile('a'), tile('b')];

  it('is a grid, unless a screen is shared or somebody is pinned', () => {
    expect(seen([ann, ben, own])).toEqual(['grid', undefined]);
    expect(seen([ann, ben, own, screen('b')])).toEqual(['sidebar', 'b/screen']);
    expect(seen([ann, ben, own], { pinned: 'b' })).toEqual(['sidebar', 'b']);
    expect(seen([ann, ben, own], { pinned: 'me' })).toEqual(['sidebar', 'own']);
  });

  it('shows the newest screen large, the others among the faces, unless another tile is pinned', () => {
    const people = [ann, ben, own, screen('a'), screen('b')];
    expect(seen(people, { newest: 'a/screen' })).toEqual(['sidebar', 'a/screen']);
    expect(seen(people, { newest: 'b/screen' })).toEqual(['sidebar', 'b/screen']);
    expect(seen(people, { pinned: 'a/screen' })).toEqual(['sidebar', 'a/screen']);
    expect(seen(people, { pinned: 'a' })).toEqual(['sidebar', 'a']);
    const { places } = arrange(people, SIZE, WISHES);
    expect([...places.keys()]).toContain('a/screen');
  });

  it('does not make one’s own screen large', () => {
    expect(seen([ann, own, screen('me', true)])).toEqual(['grid', undefined]);
  });

  it('is what was chosen', () => {
    expect(seen([ann, ben, own], { layout: 'speaker', speaker: 'b' })).toEqual(['speaker', 'b']);
    expect(seen([ann, ben, own], { layout: 'sidebar', speaker: 'b' })).toEqual(['sidebar', 'b']);
    expect(seen([ann, ben, own, screen('b')], { layout: 'grid' })).toEqual(['grid', undefined]);
    expect(seen([ann, ben, own], { layout: 'speaker', pinned: 'a', speaker: 'b' })).toEqual(['speaker', 'a']);
  });

  it('shows oneself large only when alone', () => {
    expect(seen([own], { layout: 'speaker', speaker: undefined })).toEqual(['speaker', 'own']);
  });

  it('is one alone where there is no room for two', () => {
    expect(seen([ann, ben, own], { speaker: 'b' }, { width: 228, height: 110, gap: 10 })).toEqual(['solo', 'b']);
  });
});

describe('the order in which screens came', () => {
  it('outlives where their people stand, and forgets those that ended', () => {
    const first = inOrderOfComing([], [tile('a'), tile('b'), screen('b')]);
    const second = inOrderOfComing(first, [tile('a'), screen('a'), tile('b'), screen('b'), screen('me', true)]);
    expect(second).toEqual(['b/screen', 'a/screen']);
    expect(inOrderOfComing(second, [tile('a'), screen('a'), tile('b')])).toEqual(['a/screen']);
  });
});

describe('an arrangement', () => {
  it('has no place for one’s own floating tile while that is hidden, and knows where it would be', () => {
    const people = [tile('a'), tile('b'), own];
    const shown = arrange(people, SIZE, { ...WISHES, layout: 'speaker' });
    const hidden = arrange(people, SIZE, { ...WISHES, layout: 'speaker', ownHidden: true });
    expect(hidden.places.has('own')).toBe(false);
    expect(hidden.hidden).toEqual(shown.places.get('own'));
    expect(arrange(people, SIZE, { ...WISHES, ownHidden: true }).places.has('own')).toBe(true);
  });

  it('is read as the eye goes, what floats last', () => {
    const people = [tile('a'), tile('b'), tile('c'), own];
    const { places } = arrange(people, SIZE, WISHES);
    expect(asRead(places)).toEqual(['a', 'b', 'c', 'own']);
    const speaker = arrange(people, SIZE, { ...WISHES, layout: 'speaker', speaker: 'b' });
    expect(asRead(onPage(speaker.places, 0))).toEqual(['b', 'own']);
    expect(asRead(onPage(speaker.places, 1))).toEqual(['a', 'c']);
    expect(speaker.pages).toBe(2);
  });
});
