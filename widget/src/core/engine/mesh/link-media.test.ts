import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { painted, until } from './engine-pair.js';
import { LinkMedia } from './link-media.js';
import { newPeerConnection } from './peer-link.js';

const voice = (): MediaStreamTrack => {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  return track!;
};

describe('what flows over a connection', () => {
  const pc = newPeerConnection();
  const [first, second, picture] = [voice(), voice(), painted('teal')];
  after(() => {
    pc.close();
    for (const track of [first, second, picture]) track.stop();
  });

  const become = (connectionState: RTCPeerConnectionState) => {
    Object.defineProperty(pc, 'connectionState', { get: () => connectionState, configurable: true });
    pc.dispatchEvent(new Event('connectionstatechange'));
  };
  const sent = () => pc.getTransceivers().map(({ sender }) => sender.track);
  const untilSent = (sound: MediaStreamTrack | null) =>
    until(() => sent()[0] === sound && sent()[1] === picture, 'that is sent');

  it('is no sound while the connection is cut, so that none is heard late; the newest as soon as it is not', async () => {
    const media = new LinkMedia(pc, {
      flow: { send: ['microphone', 'camera'], receive: [] },
      tracks: new Map([
        ['microphone', first],
        ['camera', picture],
      ]),
      log: new Logger(new LogBus(), { category: 'track' }),
      theirs: () => ({}),
      onTrack: () => undefined,
    });
    media.add();
    await untilSent(first);
    become('disconnected');
    await untilSent(null);
    media.setTrack('microphone', second);
    become('failed');
    await untilSent(null);
    become('connected');
    await untilSent(second);
    expect(media.sends('microphone')).to.equal(true);
  });
});
