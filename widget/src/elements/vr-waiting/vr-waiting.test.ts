import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeskActionEvent } from '../../events/desk-action.js';
import { doorIcon } from '../call-desk/icons.js';
import type { VrWaiting, WaitingView } from './vr-waiting.js';
import './vr-waiting.js';

const VIEW: WaitingView = {
  icon: doorIcon,
  title: 'You were not let in',
  words: 'come at <four>',
  hint: 'You may ask again in 9 s',
  buttons: [
    { label: 'Ask again', action: { type: 'knock' }, main: true, disabled: true },
    { label: 'Leave', action: { type: 'leave' } },
  ],
};

const show = (change: Partial<WaitingView> = {}) =>
  fixture<VrWaiting>(html`<vr-waiting .view=${{ ...VIEW, ...change }}></vr-waiting>`);

describe('vr-waiting', () => {
  it('is accessible', async () => {
    await expect(await show()).to.be.accessible();
    await expect(await show({ pending: true, buttons: [] })).to.be.accessible();
  });

  it('says what it waits for, and whose words they are', async () => {
    const text = (await show()).shadowRoot!.textContent;
    for (const words of ['You were not let in', 'come at <four>', '9 s']) expect(text).to.contain(words);
  });

  it('asks when its time has come', async () => {
    const waiting = await show();
    const [again, leave] = waiting.shadowRoot!.querySelectorAll('button');
    let asked = 0;
    waiting.addEventListener('desk-action', () => (asked += 1));
    again!.click();
    expect(asked).to.equal(0);
    setTimeout(() => leave!.click());
    expect((await oneEvent<DeskActionEvent>(waiting, 'desk-action')).action).to.deep.equal({ type: 'leave' });
  });

  it('gives the focus to its heading', async () => {
    const waiting = await show();
    waiting.focus();
    expect(waiting.shadowRoot!.activeElement?.tagName).to.equal('H2');
  });
});
