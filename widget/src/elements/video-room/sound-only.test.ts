import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import { meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;
const pill = ({ room }: RoomFixture, part = 'sound-only') => within(room, `.pill[part~=${part}]`);
const press = (made: RoomFixture, part: string) => within(made.room, `.pill [part=${part}]`)!.click();
const track = () => document.createElement('canvas').captureStream(1).getVideoTracks()[0]!;

const TAG = html`<video-room token="t"></video-room>`;

async function stand(template = TAG): Promise<RoomFixture> {
  const made = await roomFixture(template);
  await meet(made);
  await waitUntil(() => within(made.room, 'vr-bar-button[slot=screen]'), 'the rest of the room is loaded');
  made.told.length = 0;
  made.session.asked.length = 0;
  return made;
}

/** As when it says that one's connection is weak. */
async function weaken(made: RoomFixture): Promise<void> {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = ((task: () => void, ms: number) => wait(task, ms === 5_000 ? 0 : ms)) as typeof setTimeout;
  made.session.act({ type: 'quality', quality: new Map([['me', 'poor']]) });
  globalThis.setTimeout = wait;
  await waitUntil(() => pill(made, 'weak-connection'), 'it is said');
}

describe('sound only', () => {
  beforeEach(() => localStorage.clear());

  it('is a property, an attribute, a method and an event', async () => {
    const made = await stand();
    const { room, told, session } = made;
    expect(room.soundOnly).to.equal(false);
    room.toggleSoundOnly();
    expect([room.soundOnly, session.state.soundOnly]).to.deep.equal([true, true]);
    room.soundOnly = true;
    room.toggleSoundOnly(true);
    expect(told).to.deep.equal(['sound-only-changed']);
    room.soundOnly = false;
    expect(told).to.deep.equal(['sound-only-changed', 'sound-only-changed']);
    room.setAttribute('sound-only', '');
    expect(session.asked.at(-1)).to.equal('setSoundOnly true');
  });

  it('counts from the start where the attribute is there, and after the element was put elsewhere', async () => {
    const made = await stand(html`<video-room sound-only camera="on" token="t"></video-room>`);
    const { room, sessions, told } = made;
    expect(room.soundOnly).to.equal(true);
    room.remove();
    await waitUntil(() => made.session.closed);
    expect(room.soundOnly).to.equal(true);
    document.body.append(room);
    expect(sessions).to.have.length(2);
    expect(sessions[1]!.state.soundOnly).to.equal(true);
    expect(told).not.to.include('sound-only-changed');
    room.remove();
  });

  it('says that the camera is off before there is a session', () => {
    const room = document.createElement('video-room');
    room.soundOnly = true;
    expect([room.camera, room.microphone]).to.deep.equal(['off', 'on']);
  });

  it('ends when the camera is turned on by hand or by its method, not when the page says what it wishes', async () => {
    const { room, session } = await stand();
    session.act({ type: 'device', source: 'camera', device: { wanted: false, status: 'off' } });
    for (const turnOn of [() => room.toggleCamera(), () => room.switchByHand('camera')]) {
      room.soundOnly = true;
      session.act({ type: 'device', source: 'camera', device: { wanted: false, status: 'off' } });
      room.camera = 'on';
      expect(room.soundOnly).to.equal(true);
      session.act({ type: 'device', source: 'camera', device: { wanted: false, status: 'off' } });
      turnOn();
      expect(room.soundOnly).to.equal(false);
      expect(session.asked.slice(-2)).to.deep.equal(['setSoundOnly false', 'setWanted camera true']);
    }
    room.soundOnly = true;
    session.asked.length = 0;
    room.camera = 'off';
    expect(session.asked).to.deep.equal(['setWanted camera false']);
  });

  it('shows initials instead of pictures, and screens as ever', async () => {
    const { room, session } = await stand();
    const media = { microphone: true, camera: true, screen: true, screenAudio: false };
    session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { media }) });
    for (const source of ['camera', 'screen'] as const) {
      session.act({ type: 'track', peer: 'p1', source, track: track() });
    }
    const shown = async () => {
      await room.updateComplete;
      const { people } = within(room, 'vr-stage') as HTMLElementTagNameMap['vr-stage'];
      return people.filter(({ camera }) => camera).map(({ key }) => key);
    };
    expect(await shown()).to.deep.equal(['p1', 'p1/screen']);
    room.soundOnly = true;
    expect(await shown()).to.deep.equal(['p1/screen']);
  });

  it('is in the menu of the bar', async () => {
    const { room } = await stand();
    within(room, 'vr-bar')!.shadowRoot!.querySelector<HTMLElement>('[part~=more-button]')!.click();
    await waitUntil(() => within(room, 'vr-menu')?.shadowRoot?.activeElement, 'the menu opens');
    const menu = within(room, 'vr-menu') as HTMLElementTagNameMap['vr-menu'];
    const item = menu.shadowRoot!.querySelector<HTMLElement>('[part~=menu-item-sound-only]')!;
    expect(item.textContent).to.contain('Sound only');
    expect([item.getAttribute('role'), item.ariaChecked]).to.deep.equal(['menuitemcheckbox', 'false']);
    item.click();
    expect(room.soundOnly).to.equal(true);
  });

  it('is said while it is on, with a way back', async () => {
    const made = await stand();
    made.room.soundOnly = true;
    await made.room.updateComplete;
    expect(pill(made)!.textContent).to.contain('Sound only: pictures are off');
    expect(spoken(made)).to.contain('Sound only: pictures are off');
    await expect(made.room).to.be.accessible();
    press(made, 'show-pictures-button');
    await made.room.updateComplete;
    expect(made.room.soundOnly).to.equal(false);
    expect(pill(made)).to.equal(null);
    expect(spoken(made)).to.contain('Pictures are on again');
  });

  it('is offered while one’s connection is weak, and not again right after', async () => {
    const made = await stand();
    await weaken(made);
    press(made, 'sound-only-button');
    await made.room.updateComplete;
    expect(made.room.soundOnly).to.equal(true);
    expect([!!pill(made), pill(made, 'weak-connection')]).to.deep.equal([true, null]);
    press(made, 'show-pictures-button');
    await made.room.updateComplete;
    expect(pill(made, 'weak-connection')).to.equal(null);
  });

  it('is not offered where there are no pictures', async () => {
    const made = await stand();
    const off = (id: string, name: string) => {
      const media = { microphone: true, camera: false, screen: false, screenAudio: false };
      made.session.act({ type: 'participant', participant: fakePerson(id, name, { media }) });
    };
    off('me', 'Ann');
    off('p1', 'Ben');
    await weaken(made);
    expect(within(made.room, '[part=sound-only-button]')).to.equal(null);
  });
});
