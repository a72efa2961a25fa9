import { expect } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import { MutedHint } from './muted-hint.js';

describe('the hint that one is muted', () => {
  it('listens to a copy, which ends with it', () => {
    const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    if (!track) throw new Error('No microphone');
    track.enabled = false;
    const copies: MediaStreamTrack[] = [];
    const clone = track.clone.bind(track);
    track.clone = () => {
      const copy = clone();
      copies.push(copy);
      return copy;
    };
    let changes = 0;
    const hint = new MutedHint(() => (changes += 1));
    hint.listen(track);
    hint.listen(track);
    expect(copies).to.have.length(1);
    expect(copies[0]!.enabled).to.equal(true);
    expect(track.enabled).to.equal(false);
    hint.listen(undefined);
    expect(copies[0]!.readyState).to.equal('ended');
    expect(hint.shown).to.equal(false);
    expect(changes).to.equal(0);
    track.stop();
  });

  it('comes for a steady sound and goes when one is not muted any more', async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { getFloatTimeDomainData: measure } = AnalyserNode.prototype;
    AnalyserNode.prototype.getFloatTimeDomainData = (samples) => void samples.fill(0.1);
    try {
      const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
      let changes = 0;
      const hint = new MutedHint(() => (changes += 1));
      hint.listen(track);
      await waitUntil(() => hint.shown, 'the hint', { timeout: 6000 });
      hint.listen(undefined);
      expect(hint.shown).to.equal(false);
      expect(changes).to.equal(2);
    } finally {
      AnalyserNode.prototype.getFloatTimeDomainData = measure;
    }
  });
});
