import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { DEFAULT_CHOICES } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../../controllers/fake-session.js';
import { arrived, roomFixture, within, type RoomFixture } from '../video-room/room-fixture.js';
import type { VrPeoplePanel } from '../vr-people-panel/vr-people-panel.js';

const ADMIN = { rights: { ...fakePerson('x', 'x').rights, admin: true } };

const panelOf = ({ room }: RoomFixture) => within<VrPeoplePanel>(room, 'vr-people-panel');

/** Ann with Ben, and the list of people open. */
async function listed(own = {}, room = {}) {
  const made = await roomFixture(html`<video-room token="t" style="width: 1400px; height: 640px"></video-room>`);
  made.session.enter([fakePerson('me', 'Ann', own), fakePerson('p1', 'Ben')], { room: { ...FAKE_ROOM, ...room } });
  made.session.act({ type: 'link', peer: 'p1', phase: 'connected' });
  made.room.togglePanel('people', true);
  await waitUntil(() => panelOf(made)?.shadowRoot?.querySelector('.options'), 'the list is loaded');
  await arrived(made.room);
  made.session.asked.length = 0;
  return made;
}

async function choose(made: RoomFixture, act: string) {
  const root = panelOf(made)!.shadowRoot!;
  root.querySelector<HTMLElement>('[data-person=p1] .options')!.click();
  const entry = () => root.querySelector('vr-menu')?.shadowRoot?.querySelector<HTMLElement>(`[part~=menu-item-${act}]`);
  await waitUntil(entry, `the menu offers ${act}`);
  entry()!.click();
  await made.room.updateComplete;
}

describe('the list of people in video-room', () => {
  it('is accessible, and counts who is there', async () => {
    const made = await listed(ADMIN);
    await expect(made.room).to.be.accessible();
    expect(within(made.room, 'vr-panel')!.shadowRoot!.querySelector('h2')!.textContent).to.equal('People (2)');
  });

  it('does what is chosen through the methods of the tag', async () => {
    const made = await listed({ ...ADMIN });
    await choose(made, 'pin');
    expect(made.room.pinned).to.equal('p1');
    await choose(made, 'mute');
    const raised = { choices: { ...DEFAULT_CHOICES, handRaised: true }, handRaisedAt: 1 };
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', raised) });
    await choose(made, 'lower-hand');
    expect(made.session.asked).to.deep.equal([
      'ask moderate {"act":"mute","participant":"p1","source":"microphone"}',
      'ask moderate {"act":"lower-hand","participant":"p1"}',
    ]);
  });

  it('leads to the chat, for that person alone', async () => {
    const made = await listed();
    await choose(made, 'write');
    expect(made.room.panel).to.equal('chat');
    await waitUntil(() => within(made.room, 'vr-chat')?.matches(':focus-within'), 'the focus goes along');
    const select = () =>
      within(made.room, 'vr-chat')!
        .shadowRoot!.querySelector('vr-composer')!
        .shadowRoot!.querySelector<HTMLSelectElement>('select');
    await waitUntil(() => select()?.selectedOptions[0]?.textContent.includes('Ben'), 'it is for Ben');
  });

  it('knows who might walk in before the room was locked, else lets newcomers ask', async () => {
    const made = await listed(ADMIN, { access: 'closed' });
    const lock = async () => {
      await made.room.updateComplete;
      await panelOf(made)!.updateComplete;
      panelOf(made)!.shadowRoot!.querySelector<HTMLElement>('[part=lock-switch]')!.click();
      return made.session.asked.at(-1);
    };
    expect(await lock()).to.equal('ask moderate {"act":"set-access","access":"knock"}');
    made.session.act({ type: 'room', room: { ...FAKE_ROOM, access: 'open' } });
    made.session.act({ type: 'room', room: { ...FAKE_ROOM, access: 'closed' } });
    expect(await lock()).to.equal('ask moderate {"act":"set-access","access":"open"}');
  });

  it('has those who knock, who then need no dialog of their own', async () => {
    const made = await listed(ADMIN, { access: 'knock' });
    made.session.act({ type: 'call', call: fakeCall('k', { kind: 'knock', caller: { identity: 'd', name: 'Dov' } }) });
    await waitUntil(() => panelOf(made)?.shadowRoot?.querySelector('[part=admit-button]'), 'it is listed');
    expect(within(made.room, 'vr-request')).to.equal(null);
    panelOf(made)!.shadowRoot!.querySelector<HTMLElement>('[part=admit-button]')!.click();
    expect(made.session.asked).to.deep.equal(['answer k true']);
    made.room.togglePanel('people', false);
    await waitUntil(() => within(made.room, 'vr-request'), 'it has one');
  });
});
