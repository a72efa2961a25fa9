import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { NO_MEDIA } from '@video-room/protocol';
import { fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import { meet, roomFixture, within, type RoomFixture } from '../video-room/room-fixture.js';

const track = () => document.createElement('canvas').captureStream(1).getVideoTracks()[0]!;
const share = ({ room }: RoomFixture) =>
  within(room, 'vr-bar-button[slot=screen]')?.shadowRoot?.querySelector<HTMLButtonElement>('button');
const spoken = ({ room }: RoomFixture) => within(room, '.frame > [role=status]')!.textContent;

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
}

async function stand(): Promise<RoomFixture> {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  await meet(made);
  await waitUntil(() => share(made), 'the button is loaded');
  return made;
}

describe('sharing one’s screen', () => {
  beforeEach(() => localStorage.clear());

  it('is a button that asks, and shows what the state answers', async () => {
    const made = await stand();
    expect(share(made)!.ariaLabel).to.equal('Share your screen');
    expect(share(made)!.ariaPressed).to.equal('false');
    share(made)!.click();
    expect(made.session.asked.at(-1)).to.equal('shareScreen true');
    expect(made.room.screenShare).to.equal('off');
    made.session.act({ type: 'screen', screen: { status: 'on', track: track() } });
    await settle(made);
    expect(share(made)!.ariaLabel).to.equal('Stop sharing');
    expect(share(made)!.ariaPressed).to.equal('true');
    expect(made.room.screenShare).to.equal('on');
    expect(made.told).to.include('screen-share-changed');
    expect(spoken(made)).to.contain('You share your screen');
    share(made)!.click();
    expect(made.session.asked.at(-1)).to.equal('shareScreen false');
    const menu = () => within(made.room, 'vr-menu')?.shadowRoot;
    within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLButtonElement>('[part~=more-button]')!.click();
    await waitUntil(() => menu()?.querySelector('[part~=menu-item-switch-screen]'), 'the menu offers another one');
    menu()!.querySelector<HTMLButtonElement>('[part~=menu-item-switch-screen]')!.click();
    expect(made.session.asked.at(-1)).to.equal('switchScreen');
    await expect(made.room).to.be.accessible();
  });

  it('is not offered without the right', async () => {
    const made = await stand();
    const rights = { publish: ['camera' as const], subscribe: true, publishData: true, admin: false };
    made.session.act({ type: 'participant', participant: fakePerson('me', 'Ann', { rights }) });
    await settle(made);
    expect(share(made)).to.equal(undefined);
  });

  it('tells what went wrong until it is put away; choosing nothing is no fault', async () => {
    const made = await stand();
    const fail = async (code: 'screen-blocked' | 'screen-denied') => {
      const error = new VideoRoomError(code, 'no');
      made.session.act({ type: 'screen', screen: { status: 'failed', error } });
      await settle(made);
    };
    const before = spoken(made);
    await fail('screen-denied');
    expect(within(made.room, '.pill button')).to.equal(null);
    expect(spoken(made)).to.equal(before);
    await fail('screen-blocked');
    expect(within(made.room, '.pills')!.textContent).to.contain('not allowed here');
    expect(spoken(made)).to.contain('not allowed here');
    within(made.room, '.pill button')!.click();
    await settle(made);
    expect(within(made.room, '.pill button')).to.equal(null);
    await fail('screen-blocked');
    expect(within(made.room, '.pill button')).not.to.equal(null);
  });

  it('that goes wrong is told before a relay that cannot be reached', async () => {
    const made = await stand();
    made.session.act({ type: 'relay', error: new VideoRoomError('relay-unreachable', 'no') });
    made.session.act({
      type: 'screen',
      screen: { status: 'failed', error: new VideoRoomError('screen-failed', 'no') },
    });
    await settle(made);
    expect(within(made.room, '.pills')!.textContent).to.contain('screen could not be shared');
    made.session.act({ type: 'screen', screen: { status: 'off' } });
    await settle(made);
    expect(within(made.room, '.pills')!.textContent).to.contain('passes calls on cannot be reached');
  });

  it('by others is said to those who do not see', async () => {
    const made = await stand();
    made.session.act({
      type: 'participant',
      participant: fakePerson('p1', 'Ben', { media: { ...NO_MEDIA, screen: true } }),
    });
    await settle(made);
    expect(spoken(made)).to.equal('Ben shares a screen');
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben') });
    await settle(made);
    expect(spoken(made)).to.equal('Ben does not share a screen any more');
  });
});

describe('a relay that cannot be reached', () => {
  it('is told until it can be, or until that is put away, and again the next time', async () => {
    const made = await stand();
    const shown = () => within(made.room, '.pills')!.textContent?.includes('cannot be reached');
    const become = async (missing: boolean) => {
      const error = missing ? new VideoRoomError('relay-unreachable', 'no') : undefined;
      made.session.act({ type: 'relay', error });
      await settle(made);
    };
    await become(true);
    expect(shown()).to.equal(true);
    expect(spoken(made)).to.contain('tried again by itself');
    await expect(made.room).to.be.accessible();
    await become(false);
    expect(shown()).to.equal(false);
    await become(true);
    within(made.room, '[part~=dismiss-button]')!.click();
    await settle(made);
    expect(shown()).to.equal(false);
    await become(false);
    await become(true);
    expect(shown()).to.equal(true);
  });
});
