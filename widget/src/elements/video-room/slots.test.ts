import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakePerson } from '../../controllers/fake-session.js';
import { VideoRoomError } from '../../core/errors.js';
import { meet, roomFixture } from './room-fixture.js';

/** The middle of it is to be seen, and nothing lies over it. */
function isSeen(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return width > 0 && document.elementFromPoint(left + width / 2, top + height / 2) === element;
}

describe('slots', () => {
  it('put a page’s words above the Join screen', async () => {
    const { room } = await roomFixture(html`<video-room prejoin><h1 slot="prejoin-header">Weekly</h1></video-room>`);
    const heading = room.querySelector('h1')!;
    const prejoin = room.shadowRoot!.querySelector('vr-prejoin')!.shadowRoot!;
    expect(isSeen(heading)).to.equal(true);
    expect(heading.getBoundingClientRect().bottom).to.be.at.most(
      prejoin.querySelector('h2')!.getBoundingClientRect().top,
    );
    await expect(room).to.be.accessible();
  });

  it('replace what is shown while one is alone, after leaving and when joining failed', async () => {
    const { room, session } = await roomFixture(
      html`<video-room
        ><p slot="empty">The doctor will be with you soon.</p>
        <p slot="left">Thank you.</p>
        <p slot="failed">Please call us.</p></video-room
      >`,
    );
    const seen = async () => {
      await room.updateComplete;
      return [...room.querySelectorAll('p')].filter(isSeen).map(({ slot }) => slot);
    };
    session.enter([fakePerson('p0', 'Ann')]);
    expect(await seen()).to.deep.equal(['empty']);
    session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
    expect(await seen()).to.deep.equal([]);
    session.act({ type: 'left', reason: 'left' });
    expect(await seen()).to.deep.equal(['left']);
    session.act({ type: 'failed', error: new VideoRoomError('server-unreachable', 'test') });
    expect(await seen()).to.deep.equal(['failed']);
  });

  it('take buttons at both ends of the bar', async () => {
    const made = await roomFixture(
      html`<video-room
        ><button slot="toolbar-start">Record</button><button slot="toolbar-end">Notes</button></video-room
      >`,
    );
    await meet(made);
    const [start, end] = [...made.room.querySelectorAll('button')];
    const bar = made.room.shadowRoot!.querySelector('vr-bar')!.shadowRoot!;
    const leftOf = (element: Element) => element.getBoundingClientRect().left;
    expect(isSeen(start!) && isSeen(end!)).to.equal(true);
    expect(leftOf(start!)).to.be.below(leftOf(bar.querySelector('[part~=microphone-button]')!));
    expect(leftOf(end!)).to.be.below(leftOf(bar.querySelector('[part~=leave-button]')!));
    expect(leftOf(end!)).to.be.above(leftOf(bar.querySelector('[part~=camera-button]')!));
  });

  it('lie over the tile of that person, wherever it goes', async () => {
    const made = await roomFixture(
      html`<video-room><b slot="tile-overlay-ben" style="pointer-events: auto">Guest</b></video-room>`,
    );
    const mark = made.room.querySelector('b')!;
    expect(isSeen(mark)).to.equal(false);
    made.session.enter([fakePerson('p0', 'Ann'), { ...fakePerson('p1', 'Ben'), identity: 'ben' }]);
    made.session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    await made.room.updateComplete;
    const stage = made.room.shadowRoot!.querySelector('vr-stage')!;
    await stage.updateComplete;
    const tile = [...stage.tiles].find(({ person }) => person?.name === 'Ben')!;
    await waitUntil(() => isSeen(mark));
    const inner = mark.getBoundingClientRect();
    const outer = tile.getBoundingClientRect();
    expect(inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top).to.equal(true);
  });
});
