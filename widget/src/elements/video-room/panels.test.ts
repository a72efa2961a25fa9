import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { fakeCall, FAKE_ROOM, fakePerson } from '../../controllers/fake-session.js';
import type { ShownSizesEvent } from '../../events/shown-sizes.js';
import type { PanelChangedEvent } from '../../events/panel-changed.js';
import type { VrBarButton } from '../vr-bar-button/vr-bar-button.js';
import type { VrPanel } from '../vr-panel/vr-panel.js';
import { arrived, meet, roomFixture, within, type RoomFixture } from './room-fixture.js';

const chatButton = async (made: RoomFixture) => {
  await waitUntil(() => within(made.room, '[slot=chat]'), 'the button is loaded');
  const button = within<VrBarButton>(made.room, '[slot=chat]')!;
  await button.updateComplete;
  return button.shadowRoot!.querySelector('button')!;
};
const panelOf = ({ room }: RoomFixture) => within<VrPanel>(room, 'vr-panel');
const focusIn = (element: Element | null | undefined) => !!element?.matches(':focus-within');

async function inside(template = html`<video-room token="t" style="width: 900px; height: 600px"></video-room>`) {
  const made = await roomFixture(template);
  await meet(made);
  made.told.length = 0;
  return made;
}

describe('video-room, panels', () => {
  it('leaves what a person has to know within reach where a panel lies over the stage', async () => {
    const made = await inside(html`<video-room token="t" style="inline-size: 390px; block-size: 700px"></video-room>`);
    made.room.panel = 'chat';
    await waitUntil(() => within(made.room, 'vr-panel'));
    made.session.act({ type: 'connection-lost' });
    await waitUntil(() => within(made.room, '.pill'));
    const pill = within(made.room, '.pill')!;
    const panel = within(made.room, 'vr-panel')!.getBoundingClientRect();
    expect(getComputedStyle(pill).visibility).to.equal('visible');
    expect(pill.getBoundingClientRect().bottom).to.be.at.most(panel.top);
  });

  it('asks for no pictures that a panel hides', async () => {
    const made = await inside(html`<video-room token="t" style="inline-size: 390px; block-size: 700px"></video-room>`);
    let sizes: ShownSizesEvent['sizes'] = new Map();
    within(made.room, 'vr-stage')!.addEventListener('shown-sizes', (event) => ({ sizes } = event as ShownSizesEvent));
    const ben = () => sizes.get('p1')?.[0] ?? -1;
    await waitUntil(() => ben() > 0, 'Ben is seen');
    made.room.panel = 'chat';
    await waitUntil(() => ben() === 0, 'and is not behind the panel');
    made.room.panel = '';
    await waitUntil(() => ben() > 0, 'and is again afterwards');
    made.room.style.inlineSize = '1000px';
    made.room.panel = 'chat';
    await waitUntil(() => within(made.room, 'vr-panel'));
    await made.room.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(ben(), 'beside the panel').to.be.greaterThan(0);
  });

  it('takes no harm from what a page may say', async () => {
    const made = await inside(html`<video-room token="t"></video-room>`);
    const anything = made.room as unknown as Record<string, unknown>;
    for (const [name, value] of [
      ['panel', 'settings'],
      ['panel', undefined],
      ['controls', ['microphone']],
      ['texts', undefined],
      ['texts', null],
    ] as const) {
      anything[name] = value;
      await made.room.updateComplete;
    }
    expect(made.room.panel).to.equal('');
    expect(within(made.room, 'vr-bar')).to.not.equal(null);
  });

  it('opens one at a time and says so', async () => {
    const made = await inside();
    const told: string[] = [];
    made.room.addEventListener('panel-changed', ({ panel }: PanelChangedEvent) => void told.push(panel));
    made.room.togglePanel('chat');
    await made.room.updateComplete;
    expect(made.room.getAttribute('panel')).to.equal('chat');
    made.room.togglePanel('chat', true);
    made.room.togglePanel('people', false);
    made.room.togglePanel('people');
    await made.room.updateComplete;
    made.room.panel = 'people';
    await made.room.updateComplete;
    made.room.togglePanel('people');
    await made.room.updateComplete;
    expect(told).to.deep.equal(['chat', 'people', '']);
    expect(made.room.hasAttribute('panel')).to.equal(false);
  });

  it('takes a name from the page, and nothing that is none', async () => {
    const made = await inside(html`<video-room token="t" panel="chat"></video-room>`);
    await waitUntil(() => panelOf(made), 'the panel is loaded');
    expect(focusIn(panelOf(made)), 'the page had the focus').to.equal(false);
    made.room.setAttribute('panel', 'weather');
    await made.room.updateComplete;
    expect(made.room.panel).to.equal('');
    expect(panelOf(made)).to.equal(null);
  });

  it('takes the focus when it is opened by hand, and gives it back when it is closed', async () => {
    const made = await inside();
    const button = await chatButton(made);
    button.focus();
    button.click();
    await waitUntil(() => focusIn(panelOf(made)), 'the focus is in the panel');
    expect(button.ariaPressed).to.equal('true');
    panelOf(made)!
      .shadowRoot!.querySelector('h2')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => !panelOf(made), 'it is closed');
    expect(focusIn(within(made.room, '[slot=chat]'))).to.equal(true);
  });

  it('stands beside stage and bar where there is room, and over the stage where there is none', async () => {
    const made = await inside();
    made.room.panel = 'chat';
    await waitUntil(() => panelOf(made), 'the panel is loaded');
    await arrived(made.room);
    const boxOf = (selector: string) => within(made.room, selector)!.getBoundingClientRect();
    const all = made.room.getBoundingClientRect();
    const box = boxOf('vr-panel');
    expect([box.top, box.right, box.bottom]).to.deep.equal([all.top, all.right, all.bottom]);
    for (const other of ['vr-stage', 'vr-bar']) expect(boxOf(other).right <= box.left, other).to.equal(true);
    made.room.style.width = '390px';
    await waitUntil(() => boxOf('vr-panel').width === 390, 'it is as wide as the element');
    expect(getComputedStyle(within(made.room, 'vr-stage')!).visibility).to.equal('hidden');
    expect(boxOf('vr-panel').bottom).to.equal(boxOf('vr-bar').top);
  });

  it('is at the other side where everything runs from right to left', async () => {
    const made = await inside(html`<video-room token="t" lang="ar" style="width: 900px"></video-room>`);
    made.room.panel = 'chat';
    await waitUntil(() => within(made.room, '.frame[dir=rtl] vr-panel'), 'it speaks Arabic');
    await arrived(made.room);
    expect(within(made.room, 'vr-panel')!.getBoundingClientRect().left).to.equal(
      made.room.getBoundingClientRect().left,
    );
  });

  it('has its button only where the page wants it, and opens without it', async () => {
    const made = await inside(html`<video-room token="t" controls="microphone chat"></video-room>`);
    await waitUntil(() => within(made.room, '[slot=chat]'), 'the button is loaded');
    made.room.setAttribute('controls', 'microphone leave');
    await made.room.updateComplete;
    expect(within(made.room, '[slot=chat]')).to.equal(null);
    made.room.togglePanel('chat');
    await waitUntil(() => panelOf(made), 'the panel is open');
    made.room.removeAttribute('controls');
    await made.room.updateComplete;
    expect(within(made.room, '[slot=chat]')).not.to.equal(null);
  });

  it('has what there is no room for in the menu, and what is new there', async () => {
    const made = await inside(html`<video-room token="t" style="width: 280px; height: 500px"></video-room>`);
    await waitUntil(() => within(made.room, '[slot=chat]')?.hidden, 'there is no room for the button');
    const from = { participant: 'p1', identity: 'p1@example.org', name: 'Ben' };
    made.session.act({ type: 'chat', messages: [{ id: '1', at: 0, from, text: 'Hello' }] });
    const more = within(made.room, 'vr-bar')!.shadowRoot!.querySelector<HTMLElement>('[part~=more-button]')!;
    await waitUntil(() => more.ariaLabel === 'More, 1 new message', 'it says so');
    more.click();
    const entry = () => within(made.room, 'vr-menu')?.shadowRoot?.querySelector<HTMLElement>('[part~=menu-item-chat]');
    await waitUntil(entry, 'the menu is open');
    expect(entry()!.textContent).to.contain('Chat (1)');
    entry()!.click();
    await waitUntil(() => panelOf(made), 'the panel is open');
    panelOf(made)!.shadowRoot!.querySelector<HTMLElement>('[part=panel-close]')!.focus();
    made.room.togglePanel('chat');
    await waitUntil(() => !panelOf(made), 'it is closed');
    expect(focusIn(within(made.room, 'vr-bar'))).to.equal(true);
    expect(within(made.room, 'vr-bar')!.shadowRoot!.activeElement).to.equal(more);
  });

  it('shows no chat to somebody who is in no call where people call each other', async () => {
    const made = await roomFixture(html`<video-room token="t" panel="chat"></video-room>`);
    const room = { ...FAKE_ROOM, kind: 'call' as const };
    made.session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')], { room });
    await waitUntil(() => within(made.room, 'vr-people'), 'the list is loaded');
    await made.room.updateComplete;
    expect(panelOf(made)).to.equal(null);
    expect(within(made.room, '[slot=chat]')).to.equal(null);
    const caller = { identity: 'me@example.org', name: 'Ann', participant: 'me' };
    made.session.act({ type: 'call', call: fakeCall('c', { caller, state: 'accepted', talk: 't' }) });
    made.session.act({ type: 'participant', participant: fakePerson('me', 'Ann', { inCall: true }) });
    await waitUntil(() => panelOf(made) && within(made.room, '[slot=chat]'), 'the chat of the call');
    made.room.togglePanel('people');
    await waitUntil(() => within(made.room, 'vr-people[panel]'), 'the list takes its place');
    expect(panelOf(made)).to.equal(null);
  });
});
