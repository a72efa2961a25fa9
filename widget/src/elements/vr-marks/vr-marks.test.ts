import { expect, fixture, html } from '@open-wc/testing';
import type { VrMarks } from './vr-marks.js';
import './vr-marks.js';

const show = (place: number, hands: number, lanes: readonly string[] = []) =>
  fixture<VrMarks>(html`<vr-marks .place=${place} .hands=${hands} .lanes=${lanes}></vr-marks>`);
const hand = ({ shadowRoot }: VrMarks) => shadowRoot!.querySelector('[part=hand]');

describe('vr-marks', () => {
  it('is accessible', async () => {
    await expect(await show(2, 3, ['👍'])).to.be.accessible();
  });

  it('shows a raised hand, with its place where it is not the only one', async () => {
    expect(hand(await show(0, 2))).to.equal(null);
    const alone = await show(1, 1);
    expect(hand(alone)!.ariaLabel).to.equal('Hand raised');
    expect(hand(alone)!.textContent.trim()).to.equal('');
    const second = await show(2, 3);
    expect(hand(second)!.ariaLabel).to.equal('Hand raised, 2 of 3');
    expect(hand(second)!.textContent.trim()).to.equal('2');
  });

  it('keeps a reaction that floats on its element while others come and go', async () => {
    const marks = await show(0, 0, ['👍', '🎉', '', '', '']);
    const [first, second] = marks.shadowRoot!.querySelectorAll('[part=reaction]');
    marks.lanes = ['', '🎉', '👏', '', ''];
    await marks.updateComplete;
    expect(first!.isConnected).to.equal(false);
    expect(second!.isConnected).to.equal(true);
    expect([...marks.shadowRoot!.querySelectorAll('[part=reaction]')].map((each) => each.textContent)).to.deep.equal([
      '🎉',
      '👏',
    ]);
  });
});
