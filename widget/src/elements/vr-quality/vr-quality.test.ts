import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectionQuality } from '../../core/stats/quality.js';
import type { VrQuality } from './vr-quality.js';
import './vr-quality.js';

const show = (quality: ConnectionQuality) => fixture<VrQuality>(html`<vr-quality .quality=${quality}></vr-quality>`);
const full = ({ shadowRoot }: VrQuality) => shadowRoot!.querySelectorAll('rect:not(.empty)').length;
const image = ({ shadowRoot }: VrQuality) => shadowRoot!.querySelector('[role=img]');

describe('vr-quality', () => {
  it('is accessible', async () => {
    await expect(await show('poor')).to.be.accessible();
  });

  it('says in words and by the number of its bars how a connection does', async () => {
    const poor = await show('poor');
    expect(image(poor)!.ariaLabel).to.equal('Poor connection');
    const fair = await show('fair');
    expect(image(fair)!.ariaLabel).to.equal('Fair connection');
    expect([full(poor), full(fair)]).to.deep.equal([1, 2]);
  });

  it('says nothing of one that does well', async () => {
    expect(image(await show('good'))).to.equal(null);
  });
});
