import { expect } from '@open-wc/testing';
import { EnginePair, painted, pictureOf, TIMEOUT_MS, until } from './engine-pair.js';

describe('shared screens over a mesh', () => {
  let pair: EnginePair;
  let tracks: MediaStreamTrack[];

  beforeEach(() => {
    pair = new EnginePair();
    tracks = [];
  });

  afterEach(() => {
    pair.close();
    for (const track of tracks) track.stop();
  });

  const paint = (colour: string) => {
    const track = painted(colour);
    tracks.push(track);
    return track;
  };
  const connected = () =>
    until(() => ['low', 'high'].every((name) => pair.phases.get(name) === 'connected'), 'both are connected');
  const arrives = (name: string) => until(() => !!pair.tracks.get(name), `${name} arrives`);
  const ends = (name: string) => until(() => !pair.tracks.get(name), `${name} ends`);

  for (const [end, other] of [
    ['low', 'high'],
    ['high', 'low'],
  ] as const) {
    it(`come, go and come again from the ${end} end, in one section`, async () => {
      pair.open();
      await connected();
      const first = paint('teal');
      pair[end].setTrack('screen', first);
      await arrives(`${other} screen`);
      expect(await pictureOf(pair.tracks.get(`${other} screen`))).to.equal(true);
      pair[end].setTrack('screen', null);
      await ends(`${other} screen`);
      pair[end].setTrack('screen', paint('plum'));
      await arrives(`${other} screen`);
      expect(await pictureOf(pair.tracks.get(`${other} screen`))).to.equal(true);
      expect(pair.sections('video')).to.equal(2);
    }).timeout(TIMEOUT_MS * 3);

    it(`are there for whoever is linked with the ${end} end later`, async () => {
      pair[end].setTrack('screen', paint('teal'));
      pair.open();
      await arrives(`${other} screen`);
      expect(await pictureOf(pair.tracks.get(`${other} screen`))).to.equal(true);
      expect(pair.tracks.get(`${other} camera`)).not.to.equal(pair.tracks.get(`${other} screen`));
    }).timeout(TIMEOUT_MS * 3);
  }

  it('change without a negotiation when another one is shared', async () => {
    pair.open();
    await connected();
    pair.low.setTrack('screen', paint('teal'));
    await arrives('high screen');
    const offers = pair.logged('offer made');
    pair.low.setTrack('screen', paint('plum'));
    expect(await pictureOf(pair.tracks.get('high screen'))).to.equal(true);
    expect(pair.logged('offer made')).to.equal(offers);
  }).timeout(TIMEOUT_MS * 3);

  it('of both ends live side by side, begun in the same instant, over and over', async () => {
    pair.open();
    await connected();
    for (let round = 0; round < 5; round += 1) {
      pair.low.setTrack('screen', paint('teal'));
      pair.high.setTrack('screen', paint('plum'));
      await arrives('high screen');
      await arrives('low screen');
      expect(await pictureOf(pair.tracks.get('high screen'))).to.equal(true);
      expect(await pictureOf(pair.tracks.get('low screen'))).to.equal(true);
      pair.low.setTrack('screen', null);
      pair.high.setTrack('screen', null);
      await ends('high screen');
      await ends('low screen');
    }
    expect(pair.logged('both offered at once')).to.be.greaterThan(0);
    expect(pair.logged('negotiation step failed')).to.equal(0);
    expect(pair.sections('video')).to.equal(3);
  }).timeout(TIMEOUT_MS * 4);

  it('bring their sound along, and the camera goes on', async () => {
    const camera = paint('olive');
    pair.low.setTrack('camera', camera);
    pair.open();
    await connected();
    const context = new AudioContext();
    const [sound] = context.createMediaStreamDestination().stream.getAudioTracks();
    pair.low.setTrack('screen', paint('teal'));
    pair.low.setTrack('screenAudio', sound!);
    await arrives('high screen');
    await arrives('high screenAudio');
    expect(pair.tracks.get('high screenAudio')?.kind).to.equal('audio');
    expect(pair.tracks.get('high screenAudio')).not.to.equal(pair.tracks.get('high microphone'));
    expect(await pictureOf(pair.tracks.get('high camera'))).to.equal(true);
    pair.low.setTrack('screenAudio', null);
    await ends('high screenAudio');
    expect(await pictureOf(pair.tracks.get('high screen'))).to.equal(true);
    await context.close();
  }).timeout(TIMEOUT_MS * 3);

  it('are neither sent nor taken without the right, and follow when it comes and goes', async () => {
    pair.open('link', ['microphone', 'camera']);
    await connected();
    pair.low.setTrack('screen', paint('teal'));
    pair.open('link', ['microphone', 'camera', 'screen']);
    await arrives('high screen');
    pair.open('link', ['microphone', 'camera']);
    await ends('high screen');
    expect(pair.sections('video')).to.equal(2);
  }).timeout(TIMEOUT_MS * 3);

  it('are large until they are said to be small, each time anew', async () => {
    pair.open();
    await connected();
    const view = { camera: [320, 240], screen: [0, 0] } as const;
    pair.high.setView('low', view);
    const shown = () => pair.low.sent().find(({ source }) => source === 'screen')?.shown;
    for (let share = 0; share < 2; share += 1) {
      pair.low.setTrack('screen', paint('teal'));
      await arrives('high screen');
      expect(shown()).to.equal(undefined);
      pair.high.setView('low', view);
      expect(shown()).to.deep.equal([0, 0]);
      pair.low.setTrack('screen', null);
      await ends('high screen');
    }
  }).timeout(TIMEOUT_MS * 3);

  it('come again although their track takes its time, as in Firefox', async () => {
    pair.open();
    await connected();
    pair.low.setTrack('screen', paint('teal'));
    await arrives('high screen');
    pair.low.setTrack('screen', null);
    await ends('high screen');
    type Replace = (this: RTCRtpSender, track: MediaStreamTrack | null) => Promise<void>;
    const replaceTrack = Object.getOwnPropertyDescriptor(RTCRtpSender.prototype, 'replaceTrack')?.value as Replace;
    // Until the description that announces it is made.
    RTCRtpSender.prototype.replaceTrack = async function (track) {
      const offers = pair.logged('offer made');
      await until(() => pair.logged('offer made') > offers, 'it is offered');
      await replaceTrack.call(this, track);
    };
    try {
      pair.low.setTrack('screen', paint('plum'));
      await arrives('high screen');
    } finally {
      RTCRtpSender.prototype.replaceTrack = replaceTrack;
    }
    expect(await pictureOf(pair.tracks.get('high screen'))).to.equal(true);
  }).timeout(TIMEOUT_MS * 3);
});
