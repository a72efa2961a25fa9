import { expect } from '@open-wc/testing';
import { NO_MEDIA } from '@video-room/protocol';
import { FakeSession, fakePerson } from './fake-session.js';
import { voicesOf } from './voices.js';

const track = () => new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]!;

describe('what is to be heard', () => {
  let session: FakeSession;
  beforeEach(() => {
    session = new FakeSession();
    const media = { ...NO_MEDIA, microphone: true, screenAudio: true };
    session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben', { media })]);
  });

  it('is everybody’s sound, each as loud as one likes', () => {
    const [voice, shared] = [track(), track()];
    session.act({ type: 'track', peer: 'p1', source: 'microphone', track: voice });
    session.act({ type: 'track', peer: 'p1', source: 'screenAudio', track: shared });
    expect(voicesOf(session.state, new Map([['p1', 0.4]]))).to.deep.equal([
      { key: 'p1 microphone', track: voice, volume: 0.4, muted: false },
      { key: 'p1 screenAudio', track: shared, volume: 0.4, muted: false },
    ]);
  });

  it('is nothing of what its sender says is off', () => {
    session.act({ type: 'track', peer: 'p1', source: 'microphone', track: track() });
    session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { media: NO_MEDIA }) });
    expect(voicesOf(session.state, new Map()).map(({ muted }) => muted)).to.deep.equal([true]);
  });

  it('is never one’s own', () => {
    session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on', track: track() } });
    session.act({ type: 'track', peer: 'me', source: 'microphone', track: track() });
    expect(voicesOf(session.state, new Map())).to.deep.equal([]);
  });
});
