import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { DeskActionEvent } from '../../events/desk-action.js';
import { REQUEST_PARTS, type RequestView, type VrRequest } from './vr-request.js';

const INCOMING: RequestView = {
  kind: 'incoming',
  call: 'c',
  name: 'Ben Okoro',
  video: true,
  stage: false,
  silent: false,
};
const KNOCKS: RequestView = {
  kind: 'knocks',
  knocks: [
    { call: 'k1', name: 'Dov Amsel', since: 0 },
    { call: 'k2', name: 'Fay Lind', since: 1 },
  ],
};
const [firstKnock] = KNOCKS.kind === 'knocks' ? KNOCKS.knocks : [];

const REQUESTS: Record<string, RequestView> = {
  'being called': INCOMING,
  'being called in silence': { ...INCOMING, silent: true, video: false },
  'being asked on stage': { ...INCOMING, stage: true },
  calling: { kind: 'outgoing', call: 'c', name: 'Ben Okoro' },
  'one at the door': { kind: 'knocks', knocks: [firstKnock!] },
  'several at the door': KNOCKS,
};

async function show(request: RequestView) {
  const dialog = await fixture<VrRequest>(html`<vr-request .request=${request}></vr-request>`);
  await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
  return dialog;
}
const within = <Found extends HTMLElement>(dialog: VrRequest, selector: string) =>
  dialog.shadowRoot!.querySelector<Found>(selector)!;

async function actionOf(dialog: VrRequest, selector: string) {
  setTimeout(() => within(dialog, selector).click());
  return (await oneEvent<DeskActionEvent>(dialog, 'desk-action')).action;
}

describe('vr-request', () => {
  for (const [what, request] of Object.entries(REQUESTS)) {
    it(`is accessible: ${what}`, async () => {
      await expect(await show(request)).to.be.accessible();
    });
  }

  it('says who calls and what about, and offers clear choices', async () => {
    const dialog = await show(INCOMING);
    expect(within(dialog, '[role=alertdialog]').textContent).to.contain('Ben Okoro').and.contain('is calling you');
    expect(await actionOf(dialog, '[part=accept-button]')).to.deep.equal({ type: 'accept', call: 'c', video: true });
    expect(await actionOf(dialog, '[part=accept-sound-button]')).to.deep.equal({
      type: 'accept',
      call: 'c',
      video: false,
    });
    expect(await actionOf(dialog, '[part=decline-button]')).to.deep.equal({ type: 'decline', call: 'c' });
  });

  it('gives all of its buttons to pages', async () => {
    const names = new Set(REQUEST_PARTS.split(', '));
    const given = (dialog: VrRequest) =>
      [...dialog.shadowRoot!.querySelectorAll('button')].every(({ part }) => part.length > 0 && names.has(part.value));
    for (const request of Object.values(REQUESTS)) expect(given(await show(request))).to.equal(true);
    const dialog = await show(INCOMING);
    within(dialog, '[part=decline-with-message-button]').click();
    await dialog.updateComplete;
    expect(given(dialog)).to.equal(true);
  });

  it('declines with words', async () => {
    const dialog = await show(INCOMING);
    within(dialog, '.plain').click();
    await dialog.updateComplete;
    await nextFrame();
    const field = within<HTMLInputElement>(dialog, '[part=message-field]');
    expect(dialog.shadowRoot!.activeElement).to.equal(field);
    await expect(dialog).to.be.accessible();
    field.value = ' in a meeting ';
    expect(await actionOf(dialog, '[part=decline-button]')).to.deep.equal({
      type: 'decline',
      call: 'c',
      reason: 'in a meeting',
    });
  });

  it('takes a call back', async () => {
    const dialog = await show(REQUESTS['calling']!);
    expect(await actionOf(dialog, '[part=cancel-button]')).to.deep.equal({ type: 'hang-up', call: 'c' });
  });

  it('lets in one or all, with words once written', async () => {
    const dialog = await show(KNOCKS);
    const field = within<HTMLInputElement>(dialog, '[part=message-field]');
    field.value = 'welcome';
    expect(await actionOf(dialog, 'li [part=accept-button]')).to.deep.equal({
      type: 'admit',
      calls: ['k1'],
      message: 'welcome',
    });
    expect(await actionOf(dialog, 'li + li [part=decline-button]')).to.deep.equal({
      type: 'decline-knock',
      calls: ['k2'],
    });
    expect(await actionOf(dialog, '.acts [part=accept-button]')).to.deep.equal({ type: 'admit', calls: ['k1', 'k2'] });
    expect(await actionOf(dialog, '.acts [part=decline-button]')).to.deep.equal({
      type: 'decline-knock',
      calls: ['k1', 'k2'],
    });
    expect(await actionOf(dialog, '[part=later-button]')).to.deep.equal({ type: 'put-aside', aside: true });
  });

  it('takes the focus without any button having it, and gives it back', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    const dialog = await show(INCOMING);
    expect(dialog.shadowRoot!.activeElement).to.equal(within(dialog, '.dialog'));
    dialog.remove();
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('disturbs nobody’s typing', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await show(INCOMING);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('decides nothing by Escape or a click beside it', async () => {
    const dialog = await show(INCOMING);
    let asked = 0;
    dialog.addEventListener('desk-action', () => (asked += 1));
    within(dialog, '.dialog').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    dialog.click();
    expect(asked).to.equal(0);
  });

  it('takes the focus again for another call, and closes what was being written', async () => {
    const dialog = await show(INCOMING);
    within(dialog, '.plain').click();
    await dialog.updateComplete;
    await nextFrame();
    (document.activeElement as HTMLElement | null)?.blur();
    dialog.request = { ...INCOMING, call: 'd', name: 'Chi' };
    await dialog.updateComplete;
    await dialog.updateComplete;
    expect(within(dialog, '[part=message-field]')).to.equal(null);
    expect(dialog.shadowRoot!.activeElement).to.equal(within(dialog, '.dialog'));
  });

  it('shows names as text, and fits 280 px', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.style.cssText = 'position: relative; width: 280px; height: 400px; container-type: size';
    const dialog = document.createElement('vr-request');
    dialog.request = { ...INCOMING, name: '<img src=x> Wolfeschlegelsteinhausenbergerdorff' };
    frame.append(dialog);
    await dialog.updateComplete;
    expect(within(dialog, 'img')).to.equal(null);
    const outer = frame.getBoundingClientRect();
    for (const button of dialog.shadowRoot!.querySelectorAll('button')) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      expect(left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom).to.equal(true);
      expect(button.scrollWidth <= button.clientWidth, button.textContent).to.equal(true);
    }
  });
});
