import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Outcome } from '../../controllers/calls/outcomes.js';
import type { DeskActionEvent } from '../../events/desk-action.js';
import type { VrOutcomes } from './vr-outcomes.js';
import './vr-outcomes.js';

const OUTCOMES: Outcome[] = [
  { id: 'a', text: 'Ben declined', reason: '<b>later</b>', again: { identity: 'ben', video: false } },
  { id: 'b', text: 'You missed a call from Chi', missed: true, at: 1_700_000_000_000 },
];

const show = () => fixture<VrOutcomes>(html`<vr-outcomes .outcomes=${OUTCOMES}></vr-outcomes>`);

async function actionOf(element: VrOutcomes, selector: string) {
  setTimeout(() => element.shadowRoot!.querySelector<HTMLElement>(selector)!.click());
  return (await oneEvent<DeskActionEvent>(element, 'desk-action')).action;
}

describe('vr-outcomes', () => {
  it('is accessible', async () => {
    await expect(await show()).to.be.accessible();
  });

  it('says what became of each, with the words of the other as text', async () => {
    const lines = [...(await show()).shadowRoot!.querySelectorAll('.outcome')];
    expect(lines[0]!.querySelector('q')!.textContent).to.equal('<b>later</b>');
    expect(lines[1]!.querySelector('time')).not.to.equal(null);
    expect(lines[1]!.querySelector('[part=call-again-button]')).to.equal(null);
  });

  it('calls again, or is dismissed', async () => {
    const element = await show();
    expect(await actionOf(element, '[part=call-again-button]')).to.deep.equal({
      type: 'call',
      identity: 'ben',
      video: false,
    });
    expect(await actionOf(element, '.dismiss')).to.deep.equal({ type: 'dismiss', id: 'a' });
  });
});
