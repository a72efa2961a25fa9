import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { DEFAULT_CHOICES, type CallRecord, type ParticipantRecord } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import type { CallRequestEvent } from '../../events/call-request.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const ANN = { identity: 'me@example.org', name: 'Ann' };
const OWN = { ...ANN, participant: 'me' };
const BEN = { identity: 'p1@example.org', name: 'Ben' };
const accepted = { state: 'accepted', callee: OWN } as const;
const mine = (change: Partial<CallRecord> = {}) => fakeCall('c', { caller: OWN, callee: BEN, ...change });

async function callRoom(template = html`<video-room token="t"></video-room>`, own: Partial<ParticipantRecord> = {}) {
  const made = await roomFixture(template);
  made.session.enter([fakePerson('me', 'Ann', own), fakePerson('p1', 'Ben')], { room: { ...FAKE_ROOM, kind: 'call' } });
  await deskOf(made);
  return made;
}

/** Until what is loaded later is there. */
async function deskOf({ room }: RoomFixture) {
  await waitUntil(() => within(room, 'vr-people') ?? within(room, 'vr-waiting'), 'the desk is loaded', {
    timeout: 5000,
  });
}

async function became({ room, session }: RoomFixture, call: CallRecord) {
  session.act({ type: 'call', call });
  await room.updateComplete;
  await nextFrame();
}

const dialog = ({ room }: RoomFixture) => within(room, 'vr-request')?.shadowRoot;
const click = (root: ParentNode | null | undefined, selector: string) =>
  root!.querySelector<HTMLElement>(selector)!.click();
const asked = ({ session }: RoomFixture) => session.asked.at(-1);
const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;

describe('video-room in a room of calls', () => {
  const title = document.title;
  beforeEach(() => localStorage.clear());
  afterEach(() => expect(document.title).to.equal(title));

  it('is accessible in every state', async () => {
    const made = await callRoom();
    await expect(made.room).to.be.accessible();
    await became(made, fakeCall('c'));
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    await became(made, fakeCall('c', accepted));
    await expect(made.room).to.be.accessible();
    await became(made, fakeCall('c', { ...accepted, state: 'ended', endedBy: BEN.identity }));
    await expect(made.room).to.be.accessible();
  });

  it('loads nothing for calls in a meeting', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    await nextFrame();
    expect(within(made.room, 'vr-people, vr-waiting, vr-request')).to.equal(null);
  });

  it('shows who is there, without any picture or switch of a device, and calls', async () => {
    const made = await callRoom();
    const bar = within(made.room, 'vr-bar')!.shadowRoot!;
    expect(bar.querySelector('[part~=camera-button]')).to.equal(null);
    expect(getComputedStyle(within(made.room, 'vr-stage')!).visibility).to.equal('hidden');
    click(within(made.room, 'vr-people')!.shadowRoot, 'li button.main');
    expect(asked(made)).to.equal('call p1@example.org {"video":true}');
  });

  it('rings with a dialog over everything else, and answers', async () => {
    const made = await callRoom();
    await became(made, fakeCall('c'));
    expect(within(made.room, '.room')!.inert).to.equal(true);
    expect(document.title).to.equal('Ben Okoro is calling you');
    expect(dialog(made)!.querySelector('[part=dialog]')!.matches(':focus')).to.equal(true);
    expect(spoken(made)).not.to.contain('is calling you');
    click(dialog(made), '[part=accept-sound-button]');
    expect(asked(made)).to.equal('accept c {"video":false}');
    click(dialog(made), '[part=decline-button]');
    expect(asked(made)).to.equal('answer c false');
    await became(made, fakeCall('c', { state: 'declined' }));
    expect(dialog(made)).to.equal(undefined);
    expect(within(made.room, '.room')!.inert).to.equal(false);
  });

  it('leaves ringing to a page that wants it', async () => {
    const made = await callRoom();
    const requests: CallRequestEvent[] = [];
    made.room.addEventListener('call-request', (event) => {
      event.preventDefault();
      requests.push(event);
    });
    await became(made, fakeCall('c'));
    expect(requests.map(({ call }) => call.caller.name)).to.deep.equal(['Ben Okoro']);
    expect(dialog(made)).to.equal(undefined);
    expect(document.title).to.equal(title);
    made.room.accept('c', { video: false });
    expect(asked(made)).to.equal('accept c {"video":false}');
  });

  it('has the whole of it as methods and properties', async () => {
    const made = await callRoom();
    const { room, session } = made;
    session.asked.length = 0;
    room.call('ben');
    room.call('ben', { video: false });
    room.accept('c');
    room.decline('c', 'later');
    room.cancel('c');
    room.hangUp('c');
    room.admit('k', 'welcome');
    room.declineKnock('k');
    room.knock();
    room.inviteToStage('chi');
    room.toggleDoNotDisturb();
    room.toggleLive(true);
    room.toggleWatching();
    expect(session.asked).to.deep.equal([
      'call ben',
      'call ben {"video":false}',
      'accept c',
      'answer c false later',
      'hangUp c',
      'hangUp c',
      'answer k true welcome',
      'answer k false',
      'knock',
      'invite chi',
      'choose {"doNotDisturb":true}',
      'choose {"live":true}',
      'choose {"watching":true}',
    ]);
    await became(made, fakeCall('c', { state: 'missed' }));
    expect(room.calls.map(({ id, state }) => `${id} ${state}`)).to.deep.equal(['c missed']);
  });

  it('has choices as attributes, which hold from the beginning', async () => {
    const made = await roomFixture(html`<video-room do-not-disturb calls-add-up ring-tone="off"></video-room>`);
    expect(made.session.requests.choices).to.deep.include({ doNotDisturb: true, addUp: true });
    expect(made.room.doNotDisturb).to.equal(true);
    expect(made.room.ringTone).to.equal('off');
    expect(made.room.watching).to.equal(true);
    expect(made.room.live).to.equal(false);
  });

  it('tells of its switches when the room knows, and asks for nothing that is so already', async () => {
    const made = await callRoom();
    const { room, session, told } = made;
    session.asked.length = 0;
    room.doNotDisturb = false;
    expect(session.asked).to.deep.equal([]);
    const choices = { ...DEFAULT_CHOICES, doNotDisturb: true };
    session.act({ type: 'participant', participant: fakePerson('me', 'Ann', { choices }) });
    expect(told.filter((name) => name === 'do-not-disturb-changed')).to.have.length(1);
    expect(room.doNotDisturb).to.equal(true);
  });

  it('shows the call with a button that hangs up, and others in a list beside it', async () => {
    const made = await callRoom();
    await became(made, mine());
    expect(dialog(made)!.textContent).to.contain('Calling');
    click(dialog(made), '[part=cancel-button]');
    expect(asked(made)).to.equal('hangUp c');
    await became(made, mine({ state: 'accepted', callee: { ...BEN, participant: 'p1' } }));
    made.session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    await made.room.updateComplete;
    const bar = within(made.room, 'vr-bar')!.shadowRoot!;
    expect(bar.querySelector('[part~=camera-button]')).not.to.equal(null);
    expect(getComputedStyle(within(made.room, 'vr-stage')!).visibility).to.equal('visible');
    expect(within(made.room, 'vr-people')).to.equal(null);
    click(within(made.room, 'vr-bar-button:not([slot])')!.shadowRoot, 'button');
    await made.room.updateComplete;
    expect(within(made.room, 'vr-people')!.hasAttribute('panel')).to.equal(true);
    expect(bar.querySelector('[part~=leave-button]')!.ariaLabel).to.equal('Hang up');
    click(bar, '[part~=leave-button]');
    expect(asked(made)).to.equal('hangUp c');
  });

  it('says once what became of a call, and calls again', async () => {
    const made = await callRoom();
    await became(made, mine());
    await became(made, mine({ state: 'declined', reason: 'in a meeting' }));
    const notes = within(made.room, 'vr-outcomes')!.shadowRoot!;
    expect(notes.textContent).to.contain('Ben declined').and.contain('in a meeting');
    expect(spoken(made)).to.contain('Ben declined: in a meeting');
    click(notes, '[part=call-again-button]');
    expect(asked(made)).to.equal('call p1@example.org {"video":true}');
    await made.room.updateComplete;
    expect(within(made.room, 'vr-outcomes')).to.equal(null);
  });

  it('tells of a missed call when one comes back, once', async () => {
    for (const notes of [1, 0]) {
      const made = await roomFixture(html`<video-room token="t"></video-room>`);
      const calls = [fakeCall('missed', { state: 'missed' })];
      made.session.enter([fakePerson('me', 'Ann')], { room: { ...FAKE_ROOM, kind: 'call' }, calls });
      await deskOf(made);
      expect(made.room.shadowRoot!.querySelectorAll('vr-outcomes')).to.have.length(notes);
      made.room.remove();
    }
  });

  it('says why it was refused', async () => {
    const made = await callRoom();
    let code = '';
    made.room.addEventListener('error', (event) => (code = event.code));
    made.session.refuse(new VideoRoomError('rate-limited', 'slow down'));
    await made.room.updateComplete;
    expect(code).to.equal('rate-limited');
    expect(within(made.room, 'vr-outcomes')!.shadowRoot!.textContent).to.contain('Too many tries');
  });

  it('misses nothing of what happens while it is being loaded', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    made.session.enter([fakePerson('me', 'Ann')], { room: { ...FAKE_ROOM, kind: 'call' } });
    made.session.act({ type: 'call', call: fakeCall('c') });
    made.session.act({ type: 'call', call: fakeCall('c', { state: 'missed' }) });
    await deskOf(made);
    expect(made.told.filter((name) => name.startsWith('call-'))).to.deep.equal([
      'call-changed',
      'call-request',
      'call-changed',
    ]);
  });

  it('stops ringing when it is taken out of the page', async () => {
    const made = await callRoom();
    await became(made, fakeCall('c'));
    expect(document.title).not.to.equal(title);
    made.room.remove();
    await waitUntil(() => document.title === title, 'the title is as before', { timeout: 2000 });
  });
});
