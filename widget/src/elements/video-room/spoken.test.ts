import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { DeviceSource } from '@video-room/protocol';
import { fakePerson } from '../../controllers/fake-session.js';
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
    await settle(made);
    expect(spoken(made)).to.equal('You left the call');
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
