import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { CallRecord, RoomRecord } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../../controllers/fake-session.js';
import { callWords } from '../../text/en-calls.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const ADMIN = { publish: ['microphone' as const, 'camera' as const], subscribe: true, publishData: true, admin: true };

const KNOCK_ROOM: RoomRecord = { ...FAKE_ROOM, access: 'knock', attended: true };

function knock(id: string, name: string, participant: string, change: Partial<CallRecord> = {}): CallRecord {
  const record = fakeCall(id, { kind: 'knock', caller: { identity: name, name, participant }, ...change });
  delete record.callee;
  return record;
}

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
}

const waiting = ({ room }: RoomFixture) => within(room, 'vr-waiting')?.shadowRoot;
const dialog = ({ room }: RoomFixture) => within(room, 'vr-request')?.shadowRoot;
const click = (root: ParentNode | null | undefined, selector: string) =>
  root!.querySelector<HTMLElement>(selector)!.click();

async function newcomer(change: Partial<RoomRecord> = {}) {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  const calls = [knock('k', 'Ann', 'me')];
  made.session.enter([fakePerson('me', 'Ann')], { room: { ...KNOCK_ROOM, ...change }, admitted: false, calls });
  await waitUntil(() => waiting(made)?.firstElementChild, 'the waiting view is loaded', { timeout: 5000 });
  return made;
}

async function moderator() {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  made.session.act({ type: 'participant', participant: fakePerson('me', 'Ann', { rights: ADMIN }) });
  return made;
}

async function come(made: RoomFixture, ...calls: CallRecord[]) {
  for (const call of calls) made.session.act({ type: 'call', call });
  await waitUntil(() => dialog(made)?.querySelector('li'), 'the dialog is there', { timeout: 5000 });
  await settle(made);
}

describe('knocking at video-room', () => {
  const title = document.title;
  beforeEach(async () => {
    localStorage.clear();
    await waitUntil(() => document.title === title, 'elements of other tests are gone');
  });

  it('waits, without a device or a name, until let in', async () => {
    const made = await newcomer();
    const { room, session, told } = made;
    await expect(room).to.be.accessible();
    expect(room.state).to.equal('waiting');
    expect(room.matches(':state(waiting)')).to.equal(true);
    expect(told).not.to.include('joined');
    expect(waiting(made)!.textContent).to.contain('You asked to come in');
    expect(within(room, 'vr-bar')!.hidden).to.equal(true);
    session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
    await settle(made);
    expect(told.filter((name) => name === 'joined')).to.have.length(1);
    expect(waiting(made)).to.equal(undefined);
  });

  it('can be cancelled', async () => {
    const made = await newcomer();
    click(waiting(made), 'button');
    expect(made.session.asked.at(-1)).to.equal('leave');
  });

  it('says so when nobody can let one in yet', async () => {
    const made = await newcomer({ attended: false });
    expect(waiting(made)!.textContent).to.contain('Nobody who could let you in');
    made.session.act({ type: 'room', room: KNOCK_ROOM });
    await settle(made);
    expect(waiting(made)!.textContent).to.contain('Somebody in the room will let you in');
  });

  it('says that one was declined, in whose words, and when one may ask again', async () => {
    const made = await newcomer();
    const { setInterval: real } = globalThis;
    let tick: () => void = () => undefined;
    const now = Date.now;
    globalThis.setInterval = ((run: () => void) => ((tick = run), 0)) as typeof setInterval;
    try {
      made.session.act({ type: 'call', call: knock('k', 'Ann', 'me', { state: 'declined', reason: 'Not today' }) });
      await settle(made);
      expect(waiting(made)!.textContent).to.contain('Not today').and.contain('30 s');
      expect(waiting(made)!.querySelector<HTMLButtonElement>('.main')!.disabled).to.equal(true);
      Date.now = () => now() + 30_000;
      tick();
      await settle(made);
      expect(waiting(made)!.textContent).not.to.contain(' s');
      click(waiting(made), '.main');
      expect(made.session.asked.at(-1)).to.equal('knock');
      made.session.act({ type: 'call', call: knock('k2', 'Ann', 'me') });
      await settle(made);
      expect(waiting(made)!.textContent).to.contain('You asked to come in');
    } finally {
      globalThis.setInterval = real;
      Date.now = now;
    }
  });

  it('says so to somebody who was declined, left and came again', async () => {
    const made = await newcomer();
    const before = knock('k', 'Ann', 'an earlier me', { state: 'declined', endedAt: Date.now() });
    made.session.enter([fakePerson('me', 'Ann')], { room: KNOCK_ROOM, admitted: false, calls: [before] });
    await settle(made);
    expect(waiting(made)!.textContent).to.contain(callWords().waiting.declined);
    expect(waiting(made)!.querySelector('.main')).not.to.equal(null);
  });

  it('shows those who moderate who is at the door, and lets in or not', async () => {
    const made = await moderator();
    await come(made, knock('k1', 'Dov', 'x1'), knock('k2', 'Fay', 'x2'));
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    expect(made.told.filter((name) => name === 'knock')).to.have.length(2);
    expect(within(made.room, '.room')!.inert, 'the meeting goes on').to.equal(false);
    dialog(made)!.querySelector('input')!.value = 'Welcome';
    click(dialog(made), '.acts [part=accept-button]');
    expect(made.session.asked.slice(-2)).to.deep.equal(['answer k1 true Welcome', 'answer k2 true Welcome']);
    click(dialog(made), 'li [part=decline-button]');
    expect(made.session.asked.at(-1)).to.equal('answer k1 false');
  });

  it('says how many were let in, or not, once all of several have been answered', async () => {
    const made = await moderator();
    const own = { identity: 'me@example.org', name: 'Ann' };
    const all = [knock('k1', 'Dov', 'x1'), knock('k2', 'Fay', 'x2'), knock('k3', 'Gus', 'x3')];
    const become = async (call: CallRecord, change: Partial<CallRecord>) => {
      made.session.act({ type: 'call', call: { ...call, ...change } });
      await settle(made);
    };
    const outcomes = () => within(made.room, 'vr-outcomes')?.shadowRoot;
    await come(made, ...all);
    click(dialog(made), '.acts [part=decline-button]');
    await become(all[0]!, { state: 'declined', callee: own });
    await become(all[1]!, { state: 'cancelled' });
    expect(outcomes(), 'one of them still waits').to.equal(undefined);
    await become(all[2]!, { state: 'declined', callee: own });
    expect(outcomes()!.textContent).to.contain('2 people were not let in');
    expect(within(made.room, '.frame > [role=status]')!.textContent).to.contain('2 people were not let in');
    await expect(made.room).to.be.accessible();
    const others = [knock('k4', 'Hal', 'x4'), knock('k5', 'Ida', 'x5')];
    await come(made, ...others);
    click(dialog(made), '.acts [part=accept-button]');
    await become(others[0]!, { state: 'accepted', callee: own });
    await become(others[1]!, { state: 'answered-elsewhere', callee: { identity: 'ben', name: 'Ben' } });
    const lines = [...outcomes()!.querySelectorAll('.outcome')].map(({ textContent }) => textContent.trim());
    expect(lines).to.deep.equal(['1 person was let in']);
  });

  it('says nothing more of somebody answered alone', async () => {
    const made = await moderator();
    const [one, other] = [knock('k1', 'Dov', 'x1'), knock('k2', 'Fay', 'x2')];
    await come(made, one, other);
    click(dialog(made), 'li [part=decline-button]');
    const callee = { identity: 'me@example.org', name: 'Ann' };
    made.session.act({ type: 'call', call: { ...one, state: 'declined', callee } });
    await settle(made);
    expect(dialog(made)!.querySelectorAll('li')).to.have.length(1);
    expect(within(made.room, 'vr-outcomes')).to.equal(null);
  });

  it('puts knocks aside for later, until somebody new comes', async () => {
    const made = await moderator();
    await come(made, knock('k1', 'Dov', 'x1'));
    click(dialog(made), '[part=later-button]');
    await settle(made);
    expect(dialog(made)).to.equal(undefined);
    expect(document.title).to.equal(title);
    click(within(made.room, '.aside')!.shadowRoot, 'button');
    await settle(made);
    expect(dialog(made)!.querySelectorAll('li')).to.have.length(1);
    click(dialog(made), '[part=later-button]');
    await come(made, knock('k2', 'Fay', 'x2'));
    expect(dialog(made)!.querySelectorAll('li')).to.have.length(2);
  });

  it('leaves the door to a page that wants it', async () => {
    const made = await moderator();
    made.room.addEventListener('knock', (event) => {
      event.preventDefault();
      made.room.admit(event.call.id, 'Hello');
    });
    made.session.act({ type: 'call', call: knock('k1', 'Dov', 'x1') });
    await waitUntil(() => made.session.asked.at(-1) === 'answer k1 true Hello', 'the page lets in', { timeout: 5000 });
    await settle(made);
    expect(dialog(made)).to.equal(undefined);
  });

  it('says that one was removed, or that the room was closed, and does not offer to come back', async () => {
    const made = await moderator();
    let left = '';
    made.room.addEventListener('left', ({ reason, message }) => (left = `${reason}: ${message}`));
    made.session.act({ type: 'left', reason: 'removed', message: 'No shouting' });
    await settle(made);
    expect(left).to.equal('removed: No shouting');
    const notice = within(made.room, 'vr-notice')!.shadowRoot!;
    expect(notice.textContent).to.contain('You were removed').and.contain('No shouting');
    expect(notice.querySelector('button')).to.equal(null);
  });
});
