import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DeskActionEvent } from '../../events/desk-action.js';
import { peopleIcon } from '../call-desk/icons.js';
import type { VrBarButton } from './vr-bar-button.js';
import './vr-bar-button.js';

const show = (word: boolean, pressed?: boolean) =>
  fixture<VrBarButton>(
    html`<vr-bar-button
      .icon=${peopleIcon}
      .label=${'Watchers'}
      .word=${word}
      .pressed=${pressed}
      .count=${3}
      .action=${{ type: 'toggle-panel' }}
    ></vr-bar-button>`,
  );
const buttonOf = (element: VrBarButton) => element.shadowRoot!.querySelector('button')!;

describe('vr-bar-button', () => {
  it('is accessible, with and without a word', async () => {
    await expect(await show(true)).to.be.accessible();
    await expect(await show(false, true)).to.be.accessible();
  });

  it('tells its number and whether it is pressed', async () => {
    const button = buttonOf(await show(false, true));
    expect(button.ariaLabel).to.equal('Watchers, 3');
    expect(button.ariaPressed).to.equal('true');
    const word = buttonOf(await show(true));
    expect(word.hasAttribute('aria-pressed')).to.equal(false);
    expect(word.textContent.replace(/\s+/g, ' ').trim()).to.equal('Watchers 3');
  });

  it('asks', async () => {
    const element = await show(false);
    setTimeout(() => buttonOf(element).click());
    expect((await oneEvent<DeskActionEvent>(element, 'desk-action')).action).to.deep.equal({ type: 'toggle-panel' });
  });
});
