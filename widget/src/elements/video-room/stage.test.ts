import { expect, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import type { PinChangedEvent } from '../../events/pin-changed.js';
import type { ShownSizesEvent } from '../../events/shown-sizes.js';
import type { VrTile } from '../vr-tile/vr-tile.js';
import { roomFixture, within, type RoomFixture } from './room-fixture.js';

const NAMES = ['Ann', 'Ben', 'Chi', 'Dov', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy'];

/** A room of so many, oneself (Ann, `p0`) included, with its layouts loaded. */
async function meeting(count: number, width = 900, height = 600): Promise<RoomFixture> {
  const made = await roomFixture(html`<video-room token="t"></video-room>`);
  made.room.style.width = `${width}px`;
  made.room.style.height = `${height}px`;
  made.session.enter(NAMES.slice(0, count).map((name, index) => fakePerson(`p${index}`, name)));
  await waitUntil(() => stageOf(made).arranger && tiles(made).some(({ offsetWidth }) => offsetWidth > 0), 'arranged');
  return made;
}

const stageOf = ({ room }: RoomFixture) => within<HTMLElementTagNameMap['vr-stage']>(room, 'vr-stage')!;
const tiles = (made: RoomFixture) => [...stageOf(made).shadowRoot!.querySelectorAll('vr-tile')];
const tileOf = (made: RoomFixture, name: string) => tiles(made).find(({ person }) => person?.name === name)!;
const controls = (made: RoomFixture, selector: string) =>
  stageOf(made).shadowRoot!.querySelector('vr-stage-controls')!.shadowRoot!.querySelector<HTMLElement>(selector)!;
const widthOf = (tile: VrTile) => tile.offsetWidth;
const largest = (made: RoomFixture) =>
  tiles(made)
    .filter((tile) => getComputedStyle(tile).visibility === 'visible')
    .sort((one, other) => widthOf(other) - widthOf(one))[0]?.person?.name;
/** Until it is drawn and nothing moves any more. */
async function settled(made: RoomFixture) {
  await made.room.updateComplete;
  await stageOf(made).updateComplete;
  await Promise.all(tiles(made).flatMap((tile) => tile.getAnimations().map(({ finished }) => finished)));
}

describe('the stage of a video-room', () => {
  it('is accessible with pins, pages and its menu', async () => {
    const made = await meeting(9, 420, 420);
    made.room.pin('p2');
    await settled(made);
    within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLElement>('[part~=more-button]')!.click();
    await waitUntil(() => within(made.room, 'vr-menu'), 'the menu opens');
    const menu = within(made.room, 'vr-menu')!;
    await (menu as HTMLElementTagNameMap['vr-menu']).updateComplete;
    await Promise.all(menu.shadowRoot!.firstElementChild!.getAnimations().map(({ finished }) => finished));
    await expect(made.room).to.be.accessible();
  });

  it('pins and unpins by a double click, on the same elements', async () => {
    const made = await meeting(4);
    const [before, tile] = [tiles(made), tileOf(made, 'Chi')];
    setTimeout(() => tile.dispatchEvent(new MouseEvent('dblclick')));
    const { pinned } = await oneEvent<PinChangedEvent>(made.room, 'pin-changed');
    expect(pinned).to.equal('p2');
    expect(made.room.pinned).to.equal('p2');
    await settled(made);
    expect(largest(made)).to.equal('Chi');
    expect(tiles(made)).to.deep.equal(before);
    tile.dispatchEvent(new MouseEvent('dblclick'));
    await settled(made);
    expect(made.room.pinned).to.equal(undefined);
    expect(widthOf(tileOf(made, 'Chi'))).to.equal(widthOf(tileOf(made, 'Ben')));
  });

  it('unpins whoever leaves, and pins nobody who is not there', async () => {
    const made = await meeting(3);
    made.room.pin('nobody');
    expect(made.room.pinned).to.equal(undefined);
    made.room.pin('p1');
    await settled(made);
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'left' }) });
    await waitUntil(() => made.room.pinned === undefined, 'nobody is pinned');
  });

  it('tells of another layout once', async () => {
    const made = await meeting(3);
    const told: string[] = [];
    made.room.addEventListener('layout-changed', ({ layout }) => void told.push(layout));
    made.room.layout = 'speaker';
    await settled(made);
    made.room.layout = 'speaker';
    await settled(made);
    expect(told).to.deep.equal(['speaker']);
  });

  it('shows who speaks large, with oneself floating', async () => {
    const made = await meeting(4);
    made.room.layout = 'speaker';
    made.session.act({ type: 'speaking', speaking: new Set(['p2']) });
    await settled(made);
    await waitUntil(() => largest(made) === 'Chi', 'Chi is large');
    expect(tileOf(made, 'Ann').className).to.equal('floating');
    expect(getComputedStyle(tileOf(made, 'Ben')).visibility).to.equal('hidden');
  });

  it('moves the floating tile by arrow key and hides it, with a way back', async () => {
    const made = await meeting(3);
    made.room.layout = 'speaker';
    await settled(made);
    const top = () => tileOf(made, 'Ann').offsetTop;
    const before = top();
    controls(made, '[part~=move-button]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    await settled(made);
    expect(top()).below(before);
    controls(made, '[part~=hide-own-button]').click();
    await settled(made);
    expect(getComputedStyle(tileOf(made, 'Ann')).visibility).to.equal('hidden');
    await waitUntil(() => controls(made, '[part~=show-own-button]'), 'the way back');
    controls(made, '[part~=show-own-button]').click();
    await settled(made);
    expect(getComputedStyle(tileOf(made, 'Ann')).visibility).to.equal('visible');
  });

  it('shows only one person and few controls where it is tiny', async () => {
    const made = await meeting(5, 240, 160);
    await settled(made);
    const shown = tiles(made).filter((tile) => getComputedStyle(tile).visibility === 'visible');
    expect(shown.map(({ person }) => person?.name)).to.deep.equal(['Ben']);
    const buttons = [...within(made.room, 'vr-bar')!.shadowRoot!.querySelectorAll('button')];
    const visible = buttons.filter((button) => button.checkVisibility());
    expect(visible.map((button) => button.part[1])).to.deep.equal([
      'microphone-button',
      'camera-button',
      'leave-button',
    ]);
  });

  it('tells how large each tile is shown, and only when that changes', async () => {
    const made = await meeting(9, 420, 420);
    let sizes: ReadonlyMap<string, readonly [number, number]> = new Map();
    let told = 0;
    stageOf(made).addEventListener('shown-sizes', (event) => {
      ({ sizes } = event as ShownSizesEvent);
      told += 1;
    });
    made.room.layout = 'speaker';
    await waitUntil(() => told === 1, 'told');
    await settled(made);
    const ben = tileOf(made, 'Ben');
    expect(sizes.get('p1')).to.deep.equal([ben.offsetWidth, ben.offsetHeight]);
    expect(sizes.get('p8')).to.deep.equal([0, 0]);
    expect(sizes.size).to.equal(9);
    made.session.act({ type: 'participant', participant: fakePerson('p8', 'Ivy Renamed') });
    await settled(made);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(told).to.equal(1);
    made.room.style.display = 'none';
    await waitUntil(() => [...sizes.values()].every(([width]) => width === 0), 'nothing is shown');
  });

  it('offers layouts in its menu and does what is chosen', async () => {
    const made = await meeting(3);
    const more = within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLElement>('[part~=more-button]')!;
    more.click();
    await waitUntil(() => within(made.room, 'vr-menu')?.shadowRoot?.activeElement, 'the menu has the focus');
    const items = [...within(made.room, 'vr-menu')!.shadowRoot!.querySelectorAll('button')];
    items.find((item) => item.textContent.includes('Speaker'))!.click();
    await settled(made);
    expect(made.room.layout).to.equal('speaker');
    expect(within(made.room, 'vr-menu')).to.equal(null);
    expect(within(made.room, 'vr-bar')!.shadowRoot!.activeElement).to.equal(more);
  });

  describe('in a small window', () => {
    /** A frame in the place of the window that browsers open only after a gesture. */
    let frame: HTMLIFrameElement;
    beforeEach(() => {
      frame = document.createElement('iframe');
      document.body.append(frame);
      const requestWindow = () => {
        frame.contentWindow!.close = () => frame.contentWindow!.dispatchEvent(new Event('pagehide'));
        return Promise.resolve(frame.contentWindow);
      };
      Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: { requestWindow } });
    });
    afterEach(() => {
      Reflect.deleteProperty(window, 'documentPictureInPicture');
      frame.remove();
    });

    it('is the same stage with its looks, also for who comes later, and it comes back', async () => {
      const made = await meeting(3);
      const stage = stageOf(made);
      made.room.style.cssText = '--vr-tag-color: white; --vr-control-size: 38px; --vr-video-fit: contain';
      setTimeout(() => made.room.togglePictureInPicture());
      await oneEvent(made.room, 'picture-in-picture-changed');
      expect(made.room.pictureInPicture).to.equal(true);
      expect(stage.ownerDocument).to.equal(frame.contentDocument);
      const { style } = frame.contentDocument!.documentElement;
      const set = ['tag-color', 'control-size', 'video-fit'].map((name) =>
        style.getPropertyValue(`--vr-${name}`).trim(),
      );
      expect(set).to.deep.equal(['white', '38px', 'contain']);
      made.session.act({ type: 'participant', participant: fakePerson('p9', 'Jon') });
      await made.room.updateComplete;
      await stage.updateComplete;
      const shown = [...stage.shadowRoot!.querySelectorAll('vr-tile')];
      expect(shown).to.have.length(4);
      for (const tile of shown) expect(getComputedStyle(tile).position, tile.person?.name).to.equal('absolute');
      const inside = shown.at(-1)!.shadowRoot!.querySelector('.tile')!;
      expect(getComputedStyle(inside).overflow).to.equal('hidden');

      frame.contentDocument!.querySelector('vr-bar')!.shadowRoot!.querySelector<HTMLElement>('button')!.click();
      expect(made.session.asked).to.include('setWanted microphone false');

      await made.room.updateComplete;
      within(made.room, '[part~=bring-back-button]')!.click();
      expect(made.room.pictureInPicture).to.equal(false);
      expect(stageOf(made)).to.equal(stage);
      await stage.updateComplete;
      expect(getComputedStyle(tileOf(made, 'Jon').shadowRoot!.querySelector('.tile')!).overflow).to.equal('hidden');
    });

    it('ends with the call', async () => {
      const made = await meeting(2);
      setTimeout(() => made.room.togglePictureInPicture(true));
      await oneEvent(made.room, 'picture-in-picture-changed');
      made.room.leave();
      await waitUntil(() => !made.room.pictureInPicture, 'the stage is back');
      expect(stageOf(made).isConnected).to.equal(true);
    });
  });
});
