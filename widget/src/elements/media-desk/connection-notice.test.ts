import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { Qualities } from '../../core/stats/quality-watch.js';
import { meet, roomFixture, within, type RoomFixture } from '../video-room/room-fixture.js';

const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;
const notice = ({ room }: RoomFixture) => within(room, '[part~=weak-connection]');
const tileOf = ({ room }: RoomFixture, key: string) =>
  [...within(room, 'vr-stage')!.shadowRoot!.querySelectorAll('vr-tile')].find(({ person }) => person?.key === key)!;

async function stand(...others: string[]): Promise<RoomFixture> {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  for (const peer of ['p1', ...others]) made.session.act({ type: 'link', peer, phase: 'connected' });
  await waitUntil(() => within(made.room, 'vr-bar-button[slot=screen]'), 'what is told of connections is loaded');
  return made;
}

async function measure({ room, session }: RoomFixture, quality: Record<string, 'fair' | 'poor'>): Promise<void> {
  session.act({ type: 'quality', quality: new Map(Object.entries(quality)) satisfies Qualities });
  await room.updateComplete;
}

describe('how connections do', () => {
  const wait = globalThis.setTimeout;
  beforeEach(() => {
    localStorage.clear();
    // The time until it is said that one's connection is weak has passed.
    globalThis.setTimeout = ((task: () => void, ms: number) => wait(task, ms === 5_000 ? 0 : ms)) as typeof setTimeout;
  });
  afterEach(() => (globalThis.setTimeout = wait));

  it('is told by events and can be asked for', async () => {
    const made = await stand();
    const told: unknown[] = [];
    made.room.addEventListener('quality-changed', ({ participant, quality, previous }) =>
      told.push([participant.name, quality, previous]),
    );
    await measure(made, { p1: 'poor' });
    await measure(made, { p1: 'fair', me: 'fair' });
    expect(made.room.qualityOf('p1')).to.equal('fair');
    expect(made.room.qualityOf('me')).to.equal('fair');
    await measure(made, {});
    expect(made.room.qualityOf('p1')).to.equal('good');
    expect(told).to.deep.equal([
      ['Ben', 'poor', 'good'],
      ['Ben', 'fair', 'poor'],
      ['Ann', 'fair', 'good'],
      ['Ben', 'good', 'fair'],
      ['Ann', 'good', 'fair'],
    ]);
  });

  it('is shown on the tile of whoever it is about', async () => {
    const made = await stand();
    await measure(made, { p1: 'poor' });
    await tileOf(made, 'p1').updateComplete;
    const bars = tileOf(made, 'p1').shadowRoot!.querySelector('[part~=quality]');
    expect(bars!.shadowRoot!.querySelector('[role=img]')!.ariaLabel).to.equal('Poor connection');
    expect(tileOf(made, 'own').shadowRoot!.querySelector('[part~=quality]')).to.equal(null);
    await expect(tileOf(made, 'p1')).to.be.accessible();
  });

  it('is said once while the trouble is one’s own, and no more when it is better', async () => {
    const made = await stand('p2');
    await measure(made, { p1: 'poor' });
    expect(notice(made)).to.equal(null);
    await measure(made, { p1: 'poor', p2: 'poor', me: 'poor' });
    await waitUntil(() => notice(made), 'it is said');
    expect(notice(made)!.textContent).to.contain('Your connection is weak');
    expect(spoken(made)).to.equal('Your connection is weak');
    await expect(made.room).to.be.accessible();
    await measure(made, { p1: 'poor', p2: 'fair', me: 'fair' });
    expect(notice(made)).to.equal(null);
  });

  it('leaves open whose end it is between two, and can be put away', async () => {
    const made = await stand();
    await measure(made, { p1: 'poor', me: 'poor' });
    await waitUntil(() => notice(made), 'it is said');
    expect(notice(made)!.textContent).to.contain('The connection is weak');
    notice(made)!.querySelector<HTMLElement>('[part=dismiss-button]')!.click();
    await made.room.updateComplete;
    expect(notice(made)).to.equal(null);
  });
});
