import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { DEFAULT_CHOICES, type Choices, type ParticipantRecord, type RoomRecord } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../../controllers/fake-session.js';
import type { VrBarButton } from '../vr-bar-button/vr-bar-button.js';
import { arrived, roomFixture, within, type RoomFixture } from './room-fixture.js';

const WATCHER = { publish: [], subscribe: true, publishData: false, admin: false };
const choose = (change: Partial<Choices>) => ({ choices: { ...DEFAULT_CHOICES, ...change } });
const OWN = { identity: 'me@example.org', name: 'Ann', participant: 'me' };

async function broadcast(own: Partial<ParticipantRecord>, others: ParticipantRecord[], room: Partial<RoomRecord> = {}) {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  const people = [fakePerson('me', 'Ann', own), ...others];
  made.session.enter(people, { room: { ...FAKE_ROOM, kind: 'broadcast', ...room } });
  await waitUntil(() => within(made.room, 'vr-waiting, vr-bar-button:not([slot])'), 'the desk is loaded', {
    timeout: 5000,
  });
  await settle(made);
  return made;
}

const watch = (watching = true, ben: Partial<Choices> = {}) =>
  broadcast({ rights: WATCHER, ...choose({ watching }) }, [fakePerson('p1', 'Ben', choose(ben))]);
const stand = (live: boolean, room: Partial<RoomRecord> = {}, others: ParticipantRecord[] = []) =>
  broadcast(choose({ live }), others, { watchers: 3, ...room });

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
}

const cover = ({ room }: RoomFixture) => within(room, 'vr-waiting')?.shadowRoot;
const buttons = ({ room }: RoomFixture) => [
  ...room.shadowRoot!.querySelectorAll<VrBarButton>('vr-bar-button:not([slot])'),
];
const press = (made: RoomFixture, label: string) =>
  buttons(made)
    .find((button) => button.label === label)!
    .shadowRoot!.querySelector('button')!
    .click();
const tiles = ({ room }: RoomFixture) =>
  [...within(room, 'vr-stage')!.shadowRoot!.querySelectorAll('vr-tile')].map(({ person }) => person?.name);
const bar = ({ room }: RoomFixture) => within(room, 'vr-bar')!.shadowRoot!;

describe('video-room in a broadcast', () => {
  it('waits for the picture, shows it as soon as it is there, and says when it is off', async () => {
    const made = await watch();
    await expect(made.room).to.be.accessible();
    expect(cover(made)!.textContent).to.contain('Not live yet');
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', choose({ live: true })) });
    made.session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    await settle(made);
    expect(cover(made)).to.equal(undefined);
    expect(tiles(made)).to.deep.equal(['Ben']);
    await expect(made.room).to.be.accessible();
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben') });
    made.session.act({ type: 'link', peer: 'p1', phase: undefined });
    await settle(made);
    expect(cover(made)!.textContent).to.contain('Off air');
  });

  it('has no switch of a device for those who watch, and lets them stop and go on', async () => {
    const made = await watch(true, { live: true });
    expect(bar(made).querySelector('[part~=camera-button], [part~=microphone-button]')).to.equal(null);
    press(made, 'Stop watching');
    expect(made.session.asked.at(-1)).to.equal('choose {"watching":false}');
    const stopped = await watch(false, { live: true });
    expect(cover(stopped)!.textContent).to.contain('You stopped watching');
    cover(stopped)!.querySelector('button')!.click();
    expect(stopped.session.asked.at(-1)).to.equal('choose {"watching":true}');
  });

  it('goes live and off air by a button, and says how many watch', async () => {
    const made = await stand(false);
    await expect(made.room).to.be.accessible();
    expect(made.room.shadowRoot!.textContent).to.contain('Off air · 3 waiting');
    expect(tiles(made)).to.deep.equal(['Ann']);
    press(made, 'Go live');
    expect(made.session.asked.at(-1)).to.equal('choose {"live":true}');
    made.session.act({ type: 'participant', participant: fakePerson('me', 'Ann', choose({ live: true })) });
    made.session.act({ type: 'room', room: { ...FAKE_ROOM, kind: 'broadcast', watchers: 4 } });
    await settle(made);
    expect(made.told).to.include('live-changed');
    expect(made.room.live).to.equal(true);
    expect(made.room.shadowRoot!.textContent).to.contain('Live · 4 watching');
    press(made, 'Go off air');
    expect(made.session.asked.at(-1)).to.equal('choose {"live":false}');
  });

  it('tells names only where the room does, and invites on stage', async () => {
    const made = await stand(true, { showWatchers: true }, [fakePerson('p2', 'Chi', { rights: WATCHER })]);
    press(made, 'Watchers');
    await settle(made);
    const list = within(made.room, 'vr-people')!.shadowRoot!;
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    list.querySelector<HTMLElement>('li button')!.click();
    expect(made.session.asked.at(-1)).to.equal('invite p2@example.org');
    const secret = await stand(true);
    press(secret, 'Watchers');
    await settle(secret);
    expect(within(secret.room, 'vr-people')!.shadowRoot!.textContent)
      .to.contain('3 people watch')
      .and.contain('no names');
  });

  it('asks a watcher on stage, with a word on who will see it, and lets the guest go back', async () => {
    const made = await watch(true, { live: true });
    made.session.act({ type: 'call', call: fakeCall('s', { kind: 'stage' }) });
    await settle(made);
    const dialog = within(made.room, 'vr-request')!.shadowRoot!;
    expect(dialog.textContent).to.contain('asks you to come on stage').and.contain('will see and hear you');
    dialog.querySelector<HTMLElement>('[part=accept-button]')!.click();
    expect(made.session.asked.at(-1)).to.equal('accept s {"video":true}');
    made.session.act({ type: 'participant', participant: fakePerson('me', 'Ann', choose({ live: true })) });
    made.session.act({ type: 'call', call: fakeCall('s', { kind: 'stage', state: 'accepted', callee: OWN }) });
    await settle(made);
    expect(bar(made).querySelector('[part~=camera-button]')).not.to.equal(null);
    expect(buttons(made).map(({ label }) => label)).to.deep.equal(['Leave the stage']);
    press(made, 'Leave the stage');
    expect(made.session.asked.at(-1)).to.equal('hangUp s');
    expect(bar(made).querySelector('[part~=leave-button]')!.ariaLabel).to.equal('Leave');
  });

  it('gives those who moderate a list to send guests back, also while they watch, and while they are guests', async () => {
    const moderates = { ...WATCHER, admin: true };
    const made = await broadcast({ rights: moderates, ...choose({ watching: true }) }, [
      fakePerson('p1', 'Ben', choose({ live: true })),
    ]);
    made.session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    await settle(made);
    expect(buttons(made).map(({ label }) => label)).to.deep.equal(['Stop watching']);
    const callee = { identity: 'g', name: 'Gus', participant: 'p3' };
    made.session.act({ type: 'call', call: fakeCall('s', { kind: 'stage', state: 'accepted', callee }) });
    await settle(made);
    press(made, 'On stage');
    await settle(made);
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    const list = () => within(made.room, 'vr-people')?.shadowRoot;
    expect(list()!.querySelector('h2')!.textContent).to.equal('On stage');
    list()!.querySelector<HTMLElement>('li button')!.click();
    expect(made.session.asked.at(-1)).to.equal('hangUp s');
    made.session.act({ type: 'call', call: fakeCall('s', { kind: 'stage', state: 'ended', callee }) });
    await settle(made);
    expect(list()).to.equal(undefined);
    expect(buttons(made).map(({ label }) => label)).to.deep.equal(['Stop watching']);
    const rights = { ...moderates, publish: ['camera' as const] };
    made.session.act({
      type: 'participant',
      participant: fakePerson('me', 'Ann', { rights, ...choose({ live: true }) }),
    });
    made.session.act({ type: 'call', call: fakeCall('o', { kind: 'stage', state: 'accepted', callee: OWN }) });
    await settle(made);
    expect(buttons(made).map(({ label }) => label)).to.deep.equal(['Leave the stage', 'Watchers']);
  });

  it('says what may be sent in all, also to a session that comes later', async () => {
    const made = await stand(false);
    expect(made.session.budget).to.equal(8_000_000);
    made.room.uplinkBudget = 1000;
    await settle(made);
    expect(made.session.budget).to.equal(1_000_000);
    made.room.uplinkBudget = 0;
    await settle(made);
    expect(made.session.budget).to.equal(Infinity);
    made.room.remove();
  });

  it('keeps its buttons inside at 280 px', async () => {
    const made = await stand(true);
    made.room.style.width = '280px';
    await waitUntil(() => within(made.room, '[slot=screen]'), 'the screen button is loaded');
    await waitUntil(() => within(made.room, '[slot=devices]'), 'the devices button is loaded');
    await waitUntil(() => within(made.room, '[slot=chat]')?.hidden, 'what there is no room for is in the menu');
    await settle(made);
    const outer = made.room.getBoundingClientRect();
    const slotted = ['screen', 'devices'].map((slot) => within(made.room, `[slot=${slot}]`)!);
    const shown = [...bar(made).querySelectorAll('button'), ...slotted, ...buttons(made)].filter(
      (one) => one.getClientRects().length,
    );
    expect(shown).to.have.length(8);
    for (const one of shown) {
      const { left, right } = one.getBoundingClientRect();
      expect(left >= outer.left && right <= outer.right, `${one.ariaLabel} ${left} ${right}`).to.equal(true);
    }
  });
});
