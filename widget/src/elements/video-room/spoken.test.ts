import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { DeviceSource } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import { meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;

const focused = ({ room }: RoomFixture) => room.shadowRoot!.activeElement?.shadowRoot?.activeElement;

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
}

describe('video-room for those who do not see or point', () => {
  beforeEach(() => localStorage.clear());

  it('says everything that happened at once', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.session.enter([fakePerson('me', 'Ann')]);
    made.session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
    await settle(made);
    expect(spoken(made)).to.contain('Chi joined').and.to.contain('You joined the call');
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben') });
    await settle(made);
    expect(spoken(made)).to.equal('Ben joined');
  });

  it('says why a device failed, also when that was before there were words for it', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const fail = (source: DeviceSource) => {
      const error = new VideoRoomError('device-denied', 'no');
      made.session.act({ type: 'device', source, device: { wanted: true, status: 'failed', error } });
    };
    fail('camera');
    made.session.enter([fakePerson('me', 'Ann')]);
    await waitUntil(() => spoken(made)?.includes('You did not allow the camera'), 'it is said');
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben') });
    await settle(made);
    expect(spoken(made)).to.equal('Ben joined');
    fail('microphone');
    await settle(made);
    expect(spoken(made)).to.contain('You did not allow the microphone');
  });

  it('says once each that the connection is lost, back, and that one left', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    made.session.act({ type: 'connection-lost' });
    await settle(made);
    expect(spoken(made)).to.equal('Connection lost. Reconnecting…');
    expect(made.room.shadowRoot!.querySelectorAll('[role=status]')).to.have.length(1);
    made.session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
    await settle(made);
    expect(spoken(made)).to.equal('Connected again');
    made.room.leave();
    await waitUntil(() => spoken(made) === 'You left the call', 'it is said');
  });

  it('says why it failed, once', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.session.act({ type: 'failed', error: new VideoRoomError('room-full', 'full') });
    await waitUntil(() => spoken(made) === 'The room is full. Try again when somebody has left.');
    expect(within(made.room, 'vr-notice')!.shadowRoot!.querySelector('[role=alert]')).to.equal(null);
  });

  it('keeps the focus inside from Join over the call to leaving', async () => {
    const made = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
    const join = within(made.room, 'vr-prejoin')!.shadowRoot!.querySelector<HTMLElement>('[part=join-button]')!;
    join.focus();
    join.click();
    await settle(made);
    expect(focused(made)?.getAttribute('aria-label')).to.equal('Microphone');
    await meet(made);
    await settle(made);
    expect(focused(made)?.getAttribute('aria-label')).to.equal('Microphone');
    made.room.leave();
    await settle(made);
    expect(focused(made)?.textContent).to.equal('You left the call');
    await settle(made);
    expect(spoken(made)).not.to.contain('You left');
  });

  it('says again what happens again', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const say = async () => {
      made.room.announce('Ben reacts: 👍');
      await settle(made);
      return spoken(made);
    };
    const said = [await say(), await say(), await say()];
    expect(said.map((words) => words?.trim())).to.deep.equal(Array(3).fill('Ben reacts: 👍'));
    expect(said[1]).not.to.equal(said[0]);
    expect(said[2]).not.to.equal(said[1]);
  });

  it('says by the focus alone why it failed, where it had the focus', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.room.join();
    await settle(made);
    within(made.room, 'vr-bar')!.focus();
    made.session.act({ type: 'failed', error: new VideoRoomError('room-full', 'full') });
    await waitUntil(() => focused(made)?.textContent === 'The room is full', 'the heading has the focus');
    expect(focused(made)?.ariaDescribedByElements?.[0]?.textContent).to.equal('Try again when somebody has left.');
    await settle(made);
    await settle(made);
    expect(spoken(made)).not.to.contain('The room is full');
  });

  it('says who calls or knocks by the dialog where that takes the focus, and else in words', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const people = [fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')];
    made.session.enter(people, { room: { ...FAKE_ROOM, kind: 'call' } });
    await waitUntil(() => within(made.room, 'vr-people'), 'the desk is loaded');
    const call = async (id: string) => {
      made.session.act({ type: 'call', call: fakeCall(id) });
      await waitUntil(() => within(made.room, 'vr-request'), 'it rings');
      await settle(made);
      await settle(made);
    };
    await call('a');
    expect(focused(made)?.role).to.equal('alertdialog');
    expect(spoken(made)).not.to.contain('is calling you');
    made.session.act({ type: 'call', call: fakeCall('a', { state: 'cancelled' }) });
    await settle(made);
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await call('b');
    expect(document.activeElement).to.equal(field);
    expect(spoken(made)).to.contain('Ben Okoro is calling you');
    field.remove();
  });

  it('says each who knocks', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const rights = { ...fakePerson('me', 'Ann').rights, admin: true };
    made.session.enter([fakePerson('me', 'Ann', { rights })], { room: { ...FAKE_ROOM, access: 'knock' } });
    const knock = (id: string, name: string) => {
      made.session.act({ type: 'call', call: fakeCall(id, { kind: 'knock', caller: { identity: id, name } }) });
    };
    knock('k1', 'Chi');
    await waitUntil(() => focused(made)?.role === 'dialog', 'the dialog has the focus');
    expect(focused(made)?.ariaDescribedByElements?.map(({ textContent }) => textContent)).to.deep.equal(['Chi']);
    await settle(made);
    expect(spoken(made)).not.to.contain('asks to come in');
    knock('k2', 'Dee');
    await waitUntil(() => spoken(made)?.includes('Dee asks to come in'), 'it is said: the focus is there already');
  });

  it('takes over from what the page has in the slot', async () => {
    const made = await roomFixture(
      html`<video-room prejoin token="t"><button slot="idle">Come in</button></video-room>`,
    );
    made.room.querySelector('button')!.focus();
    made.room.join();
    await settle(made);
    expect(focused(made)?.getAttribute('aria-label')).to.equal('Microphone');
  });

  it('leaves the focus alone where it was not inside', async () => {
    const made = await roomFixture(html`<video-room prejoin token="t"></video-room>`);
    await meet(made);
    await settle(made);
    expect(made.room.shadowRoot!.activeElement).to.equal(null);
  });
});
