import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { painted, until } from './engine-pair.js';
import { LinkMedia } from './link-media.js';
import { newPeerConnection } from './peer-link.js';

describe('what flows over a connection', () => {
  const voices = new AudioContext();
  let pc: RTCPeerConnection;
  let media: LinkMedia;
  let first: MediaStreamTrack;
  let picture: MediaStreamTrack;
  /** What the microphone's sender was given, one after the other. */
  let given: (MediaStreamTrack | null)[];

  beforeEach(async () => {
    pc = newPeerConnection();
    [first, picture] = [voice(), painted('teal')];
    media = new LinkMedia(pc, {
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
    given = [];
    const { sender } = pc.getTransceivers()[0]!;
    const replace = sender.replaceTrack.bind(sender);
    sender.replaceTrack = (track) => {
      given.push(track);
      return replace(track);
    };
  });
  afterEach(() => {
    pc.close();
    picture.stop();
  });
  after(() => voices.close());

  const voice = (): MediaStreamTrack => voices.createMediaStreamDestination().stream.getAudioTracks()[0]!;
  const become = (connectionState: RTCPeerConnectionState) => {
    Object.defineProperty(pc, 'connectionState', { get: () => connectionState, configurable: true });
    pc.dispatchEvent(new Event('connectionstatechange'));
  };
  const sent = () => pc.getTransceivers().map(({ sender }) => sender.track);
  const untilSent = (sound: MediaStreamTrack | null) =>
    until(() => sent()[0] === sound && sent()[1] === picture, 'that is sent');

  it('is no sound while the connection is cut, so that none is heard late; the newest as soon as it is not', async () => {
    become('disconnected');
    media.listen(true);
    await untilSent(null);
    const second = voice();
    media.setTrack('microphone', second);
    become('failed');
    media.listen(true);
    become('connecting');
    media.listen(true);
    become('connected');
    await untilSent(second);
    expect(given).to.deep.equal([null, second]);
  });

  it('is sound, as long as something comes from the other end, whatever the browser says', async () => {
    become('disconnected');
    media.listen(false);
    const second = voice();
    media.setTrack('microphone', second);
    await untilSent(second);
    expect(given).to.deep.equal([second]);
  });

  it('is no sound where the browser has given up, whatever was heard', async () => {
    become('failed');
    media.listen(false);
    await untilSent(null);
    expect(given).to.deep.equal([null]);
  });

  it('is sound again as soon as something comes, also while the browser does not call it connected', async () => {
    for (const state of ['disconnected', 'connecting'] as const) {
      become('disconnected');
      media.listen(true);
      await untilSent(null);
      become(state);
      media.listen(false);
      await untilSent(first);
    }
  });

  it('is sound again after a cut that was over at once', async () => {
    become('disconnected');
    media.listen(true);
    become('connected');
    await until(() => given.length === 2, 'it is given back');
    await untilSent(first);
    expect(given).to.deep.equal([null, first]);
  });
});
