import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { VrLevel } from './vr-level.js';
import './vr-level.js';

describe('vr-level', () => {
  it('is accessible', async () => {
    await expect(await fixture(html`<vr-level .label=${'Level'}></vr-level>`)).to.be.accessible();
  });

  it('listens while it is shown, and to nothing without a microphone', async () => {
    const closed: string[] = [];
    const Original = globalThis.AudioContext;
    globalThis.AudioContext = class extends Original {
      override close() {
        closed.push(this.state);
        return super.close();
      }
    };
    try {
      const [track] = new Original().createMediaStreamDestination().stream.getAudioTracks();
      const level = await fixture<VrLevel>(html`<vr-level .track=${track} .label=${'Level'}></vr-level>`);
      await waitUntil(() => level.style.getPropertyValue('--level') === '0.00');
      expect(closed).to.have.length(0);
      level.remove();
      expect(closed).to.have.length(1);
      document.body.append(level);
      level.track = undefined;
      await level.updateComplete;
      expect(closed).to.have.length(2);
      level.remove();
      expect(closed).to.have.length(2);
    } finally {
      globalThis.AudioContext = Original;
    }
  });
});
