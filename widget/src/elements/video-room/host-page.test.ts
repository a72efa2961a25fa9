import { expect, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import { meet, roomFixture, within, type RoomFixture } from './room-fixture.js';
import type { VideoRoomElement } from './video-room.js';

const frameOf = (room: VideoRoomElement) => within(room, '.frame')!.getBoundingClientRect();
const noticeOf = ({ room }: RoomFixture) => within(room, 'vr-notice, vr-prejoin')?.shadowRoot;

async function settle({ room }: RoomFixture) {
  await room.updateComplete;
  await nextFrame();
  await nextFrame();
}

/** Whether all of a button can be seen and clicked. */
function isReachable(room: VideoRoomElement, button: Element | null | undefined): boolean {
  if (!button) return false;
  const outer = frameOf(room);
  const { left, top, right, bottom } = button.getBoundingClientRect();
  const inside = left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom;
  const root = button.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint((left + right) / 2, bottom - 2);
  return inside && (hit === button || button.contains(hit));
}

describe('video-room in a page', () => {
  let sheet: HTMLStyleElement;
  const style = (text: string) => (sheet.textContent = text);

  beforeEach(() => {
    localStorage.clear();
    sheet = document.head.appendChild(document.createElement('style'));
  });
  afterEach(() => sheet.remove());

  it('stands where the page takes all style from everything', async () => {
    style('* { all: unset } head, style { display: none } body, body div { display: block }');
    const { room } = await roomFixture(html`<video-room prejoin></video-room>`);
    const frame = frameOf(room);
    expect(frame.height).to.be.within(320, 860);
    expect(frame.width).to.equal(room.parentElement!.getBoundingClientRect().width);
    expect(frame.top).to.equal(room.parentElement!.getBoundingClientRect().top);
  });

  it('keeps its text as it is under inherited style, and the direction of its words', async () => {
    style(`body { text-transform: uppercase; letter-spacing: 9px; word-spacing: 9px; text-shadow: 1px 1px red;
      -webkit-text-fill-color: red; line-height: 4; text-indent: 40px; text-align: right; white-space: pre;
      direction: rtl; cursor: wait }`);
    const made = await roomFixture(html`<video-room prejoin></video-room>`);
    const heading = getComputedStyle(noticeOf(made)!.querySelector('h2')!);
    expect(heading.textTransform).to.equal('none');
    expect(heading.letterSpacing).to.equal('normal');
    expect(heading.wordSpacing).to.equal('0px');
    expect(heading.textShadow).to.equal('none');
    expect(heading.webkitTextFillColor).to.equal(heading.color);
    expect(heading.textIndent).to.equal('0px');
    expect(heading.whiteSpaceCollapse).to.equal('collapse');
    expect(heading.direction).to.equal('ltr');
  });

  it('is sized, placed and hidden by the page', async () => {
    const { room } = await roomFixture(html`<video-room prejoin></video-room>`);
    for (const text of [
      'width: 300px; height: 200px',
      'position: fixed; inset: 10px auto auto 20px; width: 300px; height: 200px',
      'position: absolute; inset: 10px; width: 300px; height: auto; bottom: auto; aspect-ratio: 3 / 2',
    ]) {
      style(`video-room { ${text} }`);
      expect([frameOf(room).width, frameOf(room).height], text).to.deep.equal([300, 200]);
    }
    style('video-room { display: none }');
    expect(frameOf(room).width).to.equal(0);
    style('video-room { display: flex }');
    room.hidden = true;
    expect(frameOf(room).width).to.equal(0);
  });

  it('has its main button in sight at 280×200, also with the overlay open', async () => {
    style('video-room { width: 280px; height: 200px }');
    const made = await roomFixture(html`<video-room prejoin></video-room>`);
    const { room, session } = made;
    for (const debugOpen of [false, true]) {
      room.debugOpen = debugOpen;
      while (debugOpen && !within(room, 'vr-debug')) await nextFrame();
      session.act({ type: 'left', reason: 'left' });
      await settle(made);
      await waitUntil(() => isReachable(room, noticeOf(made)?.querySelector('[part=join-button]')), 'join again');
      session.act({ type: 'failed', error: new VideoRoomError('origin-not-allowed', 'no') });
      await settle(made);
      await waitUntil(() => isReachable(room, noticeOf(made)?.querySelector('[part=retry-button]')), 'retry');
      expect(frameOf(room).height).to.equal(200);
    }
    const fresh = await roomFixture(html`<video-room prejoin></video-room>`);
    await settle(fresh);
    await waitUntil(() => isReachable(fresh.room, noticeOf(fresh)?.querySelector('[part=join-button]')), 'join');
    await waitUntil(() => isReachable(fresh.room, noticeOf(fresh)?.querySelector('input')), 'name');
  });

  it('leaves a small face free while one is alone', async () => {
    style('video-room { width: 280px; height: 200px }');
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    made.session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'left' }) });
    await settle(made);
    expect(within(made.room, '.pill')!.offsetHeight).below(32);
  });
});
