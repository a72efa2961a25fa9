import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { DEFAULT_CHOICES, type ParticipantRecord } from '@video-room/protocol';
import { FAKE_ROOM, fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from '../video-room/room-fixture.js';

const ANN = { participant: 'p2', identity: 'p2@example.org', name: 'Chi' };
const hand = (person: ParticipantRecord, handRaisedAt?: number): ParticipantRecord => ({
  ...person,
  choices: { ...DEFAULT_CHOICES, handRaised: handRaisedAt !== undefined },
  ...(handRaisedAt !== undefined && { handRaisedAt }),
});

const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;
const inside = <Found extends HTMLElement>({ room }: RoomFixture, host: string, selector: string) =>
  within(room, host)?.shadowRoot?.querySelector<Found>(selector) ?? null;
const tileOf = ({ room }: RoomFixture, name: string) =>
  [...within(room, 'vr-stage')!.shadowRoot!.querySelectorAll('vr-tile')].find(({ person }) => person?.name === name)!;
const mark = (made: RoomFixture, name: string, part: string) =>
  tileOf(made, name).shadowRoot!.querySelector('vr-marks')?.shadowRoot?.querySelector(`[part=${part}]`);
const become = ({ session }: RoomFixture, participant: ParticipantRecord) =>
  session.act({ type: 'participant', participant });

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
}

/** In a call of two, with all that is loaded later. */
async function talk() {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  await waitUntil(() => within(made.room, '[slot=chat]') && within(made.room, '[slot=hand]'), 'all is loaded');
  made.session.asked.length = 0;
  return made;
}

describe('together in video-room', () => {
  beforeEach(() => localStorage.clear());

  it('raises a hand by its button, and shows everybody’s in their order', async () => {
    const made = await talk();
    const button = () => inside(made, '[slot=hand]', 'button')!;
    button().click();
    expect(made.session.asked).to.deep.equal(['choose {"handRaised":true}']);
    expect(button().ariaPressed).to.equal('false');
    become(made, hand(fakePerson('me', 'Ann'), 20));
    await settle(made);
    expect(button().ariaPressed).to.equal('true');
    expect(mark(made, 'Ann', 'hand')!.ariaLabel).to.equal('Hand raised');
    become(made, hand(fakePerson('p1', 'Ben'), 10));
    await settle(made);
    await nextFrame();
    expect(mark(made, 'Ann', 'hand')!.ariaLabel).to.equal('Hand raised, 2 of 2');
    expect(mark(made, 'Ben', 'hand')!.ariaLabel).to.equal('Hand raised, 1 of 2');
    expect(spoken(made)).to.equal('Ben raised a hand');
    await expect(made.room).to.be.accessible();
  });

  it('offers in the menu what the bar may have no room for, unless the page wants neither', async () => {
    const made = await talk();
    const entries = async () => {
      inside(made, 'vr-bar', '[part~=more-button]')!.click();
      await waitUntil(() => inside(made, 'vr-menu', 'button'), 'the menu is open');
      const found = ['hand', 'reactions'].filter((id) => inside(made, 'vr-menu', `[part~=menu-item-${id}]`));
      inside(made, 'vr-bar', '[part~=more-button]')!.click();
      await settle(made);
      return found;
    };
    expect(await entries()).to.deep.equal(['hand', 'reactions']);
    made.room.controls = 'microphone hand more leave';
    await settle(made);
    expect(await entries()).to.deep.equal(['hand']);
  });

  it('says that one’s hand was lowered, unless one did it', async () => {
    const made = await talk();
    const lower = async () => {
      become(made, hand(fakePerson('me', 'Ann'), 20));
      become(made, fakePerson('me', 'Ann'));
      await settle(made);
      return within(made.room, '[part~=together-note]')?.textContent;
    };
    expect(await lower()).to.contain('Your hand was lowered');
    within(made.room, '[part~=together-note] button')!.click();
    made.room.toggleHand(true);
    become(made, hand(fakePerson('me', 'Ann'), 20));
    made.room.toggleHand(false);
    become(made, fakePerson('me', 'Ann'));
    await settle(made);
    expect(within(made.room, '[part~=together-note]')).to.equal(null);
  });

  it('reacts, shows it on the person’s picture, and says each once', async () => {
    const made = await talk();
    inside(made, '[slot=reactions]', 'button')!.click();
    await settle(made);
    expect(within(made.room, 'vr-bar')!.hasAttribute('quiet')).to.equal(false);
    inside(made, 'vr-reactions', 'button')!.click();
    await settle(made);
    expect(made.room.shadowRoot!.activeElement?.slot).to.equal('reactions');
    expect(made.session.asked).to.deep.equal(['ask react {"emoji":"👍"}']);
    expect(within(made.room, 'vr-reactions')).to.equal(null);
    const from = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
    made.session.pass({ type: 'reaction', payload: { from, emoji: '🎉' } });
    await waitUntil(() => mark(made, 'Ben', 'reaction'), 'it is shown');
    expect(mark(made, 'Ben', 'reaction')!.textContent).to.equal('🎉');
    await settle(made);
    expect(spoken(made)).to.equal('Ben reacts: 🎉');
    made.room.announce('something else');
    await settle(made);
    made.session.pass({ type: 'reaction', payload: { from, emoji: '🎉' } });
    await settle(made);
    await settle(made);
    expect(spoken(made)).to.equal('something else');
    expect(made.told.filter((type) => type === 'reaction')).to.have.length(2);
  });

  it('asks before anything is turned on, and takes no for an answer', async () => {
    const made = await talk();
    const off = { wanted: false, status: 'off' } as const;
    made.session.act({ type: 'device', source: 'microphone', device: off });
    const asked = () =>
      made.session.pass({
        type: 'moderated',
        payload: { act: 'ask-to-unmute', source: 'microphone', by: ANN },
      });
    asked();
    await waitUntil(() => inside(made, 'vr-question', '.dialog'), 'it is asked');
    await arrived(made.room);
    await expect(made.room).to.be.accessible();
    expect(inside(made, 'vr-question', '.dialog')!.textContent).to.contain('Chi asks you to unmute');
    await settle(made);
    expect(spoken(made)).not.to.contain('Chi asks');
    expect(made.session.asked).to.deep.equal([]);
    inside(made, 'vr-question', '[part=no-button]')!.click();
    await settle(made);
    expect(within(made.room, 'vr-question')).to.equal(null);
    expect(made.session.asked).to.deep.equal([]);
    asked();
    await waitUntil(() => inside(made, 'vr-question', '.dialog'), 'it is asked again');
    inside(made, 'vr-question', '[part=yes-button]')!.click();
    await settle(made);
    expect(made.session.asked).to.deep.equal(['setWanted microphone true']);
    expect(within(made.room, 'vr-question')).to.equal(null);
  });

  it('says the question to whoever writes and is left at it', async () => {
    const made = await talk();
    made.session.act({ type: 'device', source: 'microphone', device: { wanted: false, status: 'off' } });
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    made.session.pass({ type: 'moderated', payload: { act: 'ask-to-unmute', source: 'microphone', by: ANN } });
    await waitUntil(() => spoken(made)?.includes('Chi asks you to unmute'), 'it is said');
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('asks nothing that is so already, and nothing where the page asks itself', async () => {
    const made = await talk();
    const ask = () => made.session.pass({ type: 'moderated', payload: { act: 'ask-to-unmute', source: 'microphone' } });
    made.session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on' } });
    ask();
    await settle(made);
    await settle(made);
    expect(within(made.room, 'vr-question')).to.equal(null);
    made.session.act({ type: 'device', source: 'microphone', device: { wanted: false, status: 'off' } });
    made.room.addEventListener('moderated', (event) => event.preventDefault(), { once: true });
    ask();
    await settle(made);
    await settle(made);
    expect(within(made.room, 'vr-question')).to.equal(null);
    ask();
    await waitUntil(() => inside(made, 'vr-question', '.dialog'), 'it is asked');
    expect(inside(made, 'vr-question', '.dialog')!.textContent).to.contain('You are asked to unmute');
    made.room.toggleMicrophone(true);
    await settle(made);
    expect(within(made.room, 'vr-question')).to.equal(null);
  });

  it('says who muted one, and what was refused', async () => {
    const made = await talk();
    made.session.pass({ type: 'moderated', payload: { act: 'mute', source: 'microphone', by: ANN } });
    await waitUntil(() => within(made.room, '[part~=together-note]'), 'it is said');
    expect(within(made.room, '[part~=together-note]')!.textContent).to.contain('Chi muted you');
    expect(spoken(made)).to.contain('Chi muted you');
    made.session.refuse(new VideoRoomError('no-such-participant', 'no'));
    await waitUntil(() => within(made.room, '[part~=together-note]')!.textContent.includes('not here any more'));
  });

  it('offers nothing that would be refused, or that nobody would see', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    const rights = { publish: [], subscribe: true, publishData: false, admin: false };
    const room = { ...FAKE_ROOM, kind: 'broadcast' as const };
    const people = [fakePerson('me', 'Ann', { rights }), fakePerson('p1', 'Ben')];
    made.session.enter(people, { room: { ...room, showWatchers: true } });
    await waitUntil(() => within(made.room, '[slot=hand]'), 'the hand can be seen');
    expect(within(made.room, '[slot=reactions]')).to.equal(null);
    made.session.act({ type: 'room', room });
    await settle(made);
    expect(within(made.room, '[slot=hand]')).to.equal(null);
  });
});
