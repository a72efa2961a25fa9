import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

async function opened({ room }: RoomFixture) {
  await waitUntil(() => within(room, 'vr-debug')?.shadowRoot?.firstElementChild, 'the overlay is there');
}

function press(target: EventTarget, code: string, change: KeyboardEventInit = {}) {
  const key = code.replace('Key', '').toLowerCase();
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, composed: true, ...change }));
}

const ALT_SHIFT = { altKey: true, shiftKey: true };

describe('the debug overlay of video-room', () => {
  beforeEach(() => localStorage.clear());

  it('opens by attribute, property, method and object, and tells', async () => {
    const made = await roomFixture(html`<video-room debug></video-room>`);
    const { room, told } = made;
    await opened(made);
    expect(room.debugOpen).to.equal(true);
    room.toggleDebug();
    await room.updateComplete;
    expect(within(room, 'vr-debug')).to.equal(null);
    expect(room.hasAttribute('debug')).to.equal(false);
    room.debug.start();
    await opened(made);
    room.debug.stop();
    await room.updateComplete;
    room.debugOpen = false;
    await room.updateComplete;
    expect(told).to.deep.equal(['debug-changed', 'debug-changed', 'debug-changed']);
  });

  it('takes what a framework sets for the attribute, and keeps its object', async () => {
    const { room } = await roomFixture(html`<video-room></video-room>`);
    const { debug } = room;
    room.debug = '';
    expect(room.debugOpen).to.equal(true);
    room.debug = false;
    expect(room.debugOpen).to.equal(false);
    expect(room.debug).to.equal(debug);
  });

  it('plays faults while it is open, and no one else may', async () => {
    const { room, session } = await roomFixture(html`<video-room token="t"></video-room>`);
    expect(() => room.simulate('signal-lost'))
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
    room.debugOpen = true;
    room.simulate('signal-lost');
    room.debugOpen = false;
    expect(() => room.simulate('media-lost')).to.throw(DOMException);
    expect(session.asked.filter((asked) => asked.startsWith('simulate'))).to.deep.equal(['simulate signal-lost']);
  });

  it('lets the log be read without being opened', async () => {
    const { room } = await roomFixture(html`<video-room></video-room>`);
    expect(room.debug.filter({ level: 'warn' })).to.have.length(0);
    expect(JSON.parse(await room.debug.export())).to.have.property('entries');
  });

  it('tells of nothing that is recorded unless it is asked to, and then from a level on', async () => {
    const { room, told } = await roomFixture(html`<video-room></video-room>`);
    const heard: string[] = [];
    room.addEventListener('log-entries', ({ entries }) => heard.push(...entries.map(({ text }) => text)));
    room.debug.bus.write({ time: 1, level: 'warn', category: 'ice', text: 'one' });
    expect(room.logEvents).to.equal('');
    room.setAttribute('log-events', 'warn');
    room.debug.mark('of too little weight');
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['one']);
    expect(told.filter((type) => type === 'log-entries')).to.have.length(1);
  });

  it('opens from the bar and by Alt+Shift+D while nothing has the focus', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLButtonElement>('[part~=debug-button]')!.click();
    expect(made.room.debugOpen).to.equal(true);
    press(document.body, 'KeyD', ALT_SHIFT);
    expect(made.room.debugOpen).to.equal(false);
  });

  it('leaves keys alone while somebody types or is elsewhere on the page', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    const field = document.createElement('input');
    const elsewhere = document.createElement('button');
    document.body.append(field, elsewhere);
    press(field, 'KeyD', ALT_SHIFT);
    press(elsewhere, 'KeyD', ALT_SHIFT);
    press(document.body, 'KeyM');
    expect(made.room.debugOpen).to.equal(false);
    expect(made.room.microphone).to.equal('on');
    press(made.room, 'KeyM');
    press(made.room, 'KeyV', { ctrlKey: true });
    expect(made.room.microphone).to.equal('off');
    expect(made.room.camera).to.equal('on');
    field.remove();
    elsewhere.remove();
  });

  it('goes by what is printed on the keys, or by their place where that is no Latin letter', async () => {
    const made = await roomFixture(html`<video-room token="t"></video-room>`);
    await meet(made);
    press(made.room, 'KeyM', { key: ',' });
    expect(made.room.microphone).to.equal('on');
    press(made.room, 'Semicolon', { key: 'm' });
    expect(made.room.microphone).to.equal('off');
    press(made.room, 'KeyM', { key: 'ь' });
    expect(made.room.microphone).to.equal('on');
  });
});
