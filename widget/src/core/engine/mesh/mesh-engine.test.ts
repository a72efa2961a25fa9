import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../wait-until.js';
import { countersOf } from '../../stats/link-health.js';
import { EnginePair, painted, pictureOf, TIMEOUT_MS, until } from './engine-pair.js';
import type { MeshEngine } from './mesh-engine.js';

describe('the mesh engine', () => {
  let pair: EnginePair;

  beforeEach(() => {
    pair = new EnginePair();
  });

  afterEach(() => pair.close());

  const connected = () =>
    until(() => ['low', 'high'].every((name) => pair.phases.get(name) === 'connected'), 'both are connected');

  it('connects before any device is there, and a track put in later arrives without another offer', async () => {
    pair.open();
    await connected();
    const offers = pair.logged('offer made');
    const track = painted('teal');
    pair.low.setTrack('camera', track);
    expect(await pictureOf(pair.tracks.get('high camera'))).to.equal(true);
    expect(pair.logged('offer made')).to.equal(offers);
    expect(offers).to.equal(1);
    track.stop();
  }).timeout(TIMEOUT_MS * 2);

  it('connects where there are ICE servers, of which Chromium makes a reason to negotiate', async () => {
    const servers = [{ urls: ['stun:127.0.0.1:9'] }];
    const held: (() => void)[] = [];
    pair.deliver = (_signal, arrive) => void held.push(arrive);
    for (const engine of [pair.low, pair.high]) {
      engine.prepare();
      engine.setIceServers(servers);
    }
    pair.open();
    await askedToNegotiate();
    pair.deliver = (_signal, arrive) => arrive();
    for (const arrive of held) arrive();
    await connected();
    expect(pair.logged('negotiation step failed')).to.equal(0);
    expect(pair.logged('offer made')).to.equal(1);
  }).timeout(TIMEOUT_MS * 2);

  it('fresh credentials, which every ready brings, are no reason to look for another path', async () => {
    const bring = (credential: string) => {
      const servers = [{ urls: ['turn:127.0.0.1:9'], username: 'u', credential }];
      for (const engine of [pair.low, pair.high]) engine.setIceServers(servers);
    };
    const fragments = new Set<string | undefined>();
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'offer') fragments.add(/a=ice-ufrag:(.*)/.exec(signal.sdp)?.[1]);
      arrive();
    };
    bring('first');
    pair.open();
    await connected();
    bring('second');
    // An offer for another reason would bring a restart along.
    const screen = painted('plum');
    pair.high.setTrack('screen', screen);
    await until(() => pair.tracks.get('low screen') !== undefined, 'the screen arrives');
    expect(fragments.size).to.equal(1);
    expect(pair.logged('offer made')).to.equal(2);
    screen.stop();
  }).timeout(TIMEOUT_MS * 2);

  it('tells what it sends, and how large the other end says it is shown', async () => {
    const track = painted('teal');
    pair.low.setTrack('camera', track);
    pair.open();
    await connected();
    const shown = () => pair.low.sent().find(({ source }) => source === 'camera')?.shown;
    expect(pair.low.sent().map(({ source }) => source)).to.deep.equal(['microphone', 'camera']);
    expect(shown()).to.equal(undefined);
    let told = 0;
    pair.low.on('view', () => (told += 1));
    const view = { camera: [320, 240], screen: [0, 0] } as const;
    pair.high.setView('low', view);
    pair.high.setView('low', { ...view });
    expect(shown()).to.deep.equal([320, 240]);
    expect(told).to.equal(1);
    pair.high.resend('low');
    expect(told, 'said again after it may have been lost').to.equal(2);
    expect(pair.logged('negotiation step failed')).to.equal(0);
    track.stop();
  }).timeout(TIMEOUT_MS * 2);

  it('reports how its links do, in the words that their health is read from', async () => {
    expect([...(await pair.low.reports())]).to.deep.equal([]);
    const track = painted('teal');
    pair.low.setTrack('camera', track);
    pair.open();
    await connected();
    expect(await pictureOf(pair.tracks.get('high camera'))).to.equal(true);
    const countersFor = async (engine: MeshEngine, peer: string) => {
      const reports = await engine.reports();
      expect([...reports.keys()]).to.deep.equal([peer]);
      return countersOf(reports.get(peer)!, 0);
    };
    // Browsers tell the same again for a moment.
    await waitUntil(
      async () => {
        const { sent, rttS, roomBps } = await countersFor(pair.low, 'high');
        return [...sent.values()].some(({ picture, packets }) => picture && packets > 0) && rttS! >= 0 && roomBps! > 0;
      },
      'what is sent is told, and what the path takes',
      { timeout: TIMEOUT_MS },
    );
    await waitUntil(async () => (await countersFor(pair.high, 'low')).received > 0, 'what is received is told', {
      timeout: TIMEOUT_MS,
    });
    track.stop();
    pair.low.close();
    expect([...(await pair.low.reports())]).to.deep.equal([]);
  }).timeout(TIMEOUT_MS * 2);

  it('numbers what it says of sizes with everything else', async () => {
    const numbers: number[] = [];
    pair.deliver = (signal, arrive) => {
      if (signal.link === 'link') numbers.push(signal.seq);
      arrive();
    };
    pair.high.on('signal', () => undefined);
    pair.open();
    pair.high.setView('low', { camera: [320, 240], screen: [0, 0] });
    await connected();
    const { length } = numbers;
    pair.high.setView('low', { camera: [0, 0], screen: [0, 0] });
    expect(numbers.length).to.equal(length + 1);
    expect(numbers.at(-1)).to.be.greaterThan(1);
  }).timeout(TIMEOUT_MS * 2);

  it('keeps candidates that arrive before their description', async () => {
    const late: (() => void)[] = [];
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'candidate') arrive();
      else late.push(arrive);
    };
    pair.open();
    await until(() => late.length === 1, 'the offer waits');
    await new Promise((resolve) => setTimeout(resolve, 200));
    late.shift()?.();
    await until(() => late.length === 1, 'the answer waits');
    late.shift()?.();
    await connected();
  }).timeout(TIMEOUT_MS * 2);

  it('an offer that is lost is sent again on request, and a repeated one does no harm', async () => {
    let lost = 0;
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'offer' && lost === 0) lost += 1;
      else arrive();
    };
    pair.open();
    await until(() => lost === 1, 'the offer is lost');
    pair.high.resend('low');
    pair.high.resend('low');
    await connected();
    expect(pair.logged('negotiation step failed')).to.equal(0);
    expect(pair.logged('repeated offer')).to.be.greaterThan(0);
  }).timeout(TIMEOUT_MS * 2);

  it('an offer that was lost with the connection of the other end is sent again as soon as that one is back and offers', async () => {
    pair.open();
    await connected();
    let lost = 0;
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'offer' && lost === 0) lost = performance.now();
      else arrive();
    };
    pair.high.disturb('network-change');
    // For what may still be on its way nothing is sent again.
    await until(() => lost > 0 && performance.now() - lost > 300, 'the offer is late');
    const stable = pair.logged('stable');
    pair.low.disturb('network-change');
    await until(() => pair.logged('stable') > stable, 'both agree');
    expect(pair.logged('both offered at once')).to.be.greaterThan(0);
    expect(pair.logged('offer sent again')).to.equal(1);
    await connected();
  }).timeout(TIMEOUT_MS * 2);

  it('an answer that is lost comes again when the offer is repeated', async () => {
    let lost = 0;
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'answer' && lost === 0) lost += 1;
      else arrive();
    };
    pair.open();
    await until(() => lost === 1, 'the answer is lost');
    pair.high.resend('low');
    await connected();
  }).timeout(TIMEOUT_MS * 2);

  for (const kind of ['offer', 'answer'] as const) {
    it(`heals by itself when the ${kind} is lost and nobody notices`, async () => {
      let lost = 0;
      pair.deliver = (signal, arrive) => {
        if (signal.kind === kind && lost === 0) lost += 1;
        else arrive();
      };
      pair.open();
      await until(() => lost === 1, `the ${kind} is lost`);
      await connected();
      expect(pair.logged('repair')).to.be.greaterThan(0);
    }).timeout(TIMEOUT_MS * 2);
  }

  it('leaves links alone that stay, and closes what is no longer wanted', async () => {
    pair.open();
    await connected();
    const opened = pair.logged('link opened');
    pair.open();
    expect(pair.logged('link opened')).to.equal(opened);
    pair.low.setLinks([]);
    expect(pair.phases.get('low')).to.equal(undefined);
    expect(pair.tracks.get('low camera')).to.equal(undefined);
  }).timeout(TIMEOUT_MS * 2);

  it('drops signals of a link that is closed and of a stranger', async () => {
    pair.open('one');
    await connected();
    pair.low.receive({ link: 'two', from: 'high', seq: 1, kind: 'offer', sdp: 'nonsense' });
    pair.low.receive({ link: 'one', from: 'mallory', seq: 99, kind: 'offer', sdp: 'nonsense' });
    expect(pair.logged('signal for a link that is closed')).to.equal(2);
    expect(pair.logged('negotiation step failed')).to.equal(0);
  }).timeout(TIMEOUT_MS * 2);

  it('survives nonsense from the other end', async () => {
    pair.open();
    await connected();
    pair.low.receive({ link: 'link', from: 'high', seq: 50, kind: 'offer', sdp: 'v=0\r\nnonsense' });
    const candidate = { candidate: 'candidate:x', sdpMid: '7', sdpMLineIndex: 7, usernameFragment: null };
    pair.low.receive({ link: 'link', from: 'high', seq: 51, kind: 'candidate', candidate });
    await until(() => pair.logged('negotiation step failed') === 1, 'the nonsense is noticed');
    const track = painted('plum');
    pair.high.setTrack('camera', track);
    expect(await pictureOf(pair.tracks.get('low camera'))).to.equal(true);
    track.stop();
  }).timeout(TIMEOUT_MS * 2);

  it('receives nothing the rights do not allow', async () => {
    pair.open('quiet', ['microphone']);
    await connected();
    const track = painted('olive');
    pair.low.setTrack('camera', track);
    expect(pair.tracks.has('high microphone')).to.equal(true);
    expect(pair.tracks.has('high camera')).to.equal(false);
    track.stop();
  }).timeout(TIMEOUT_MS * 2);
});

/** Until the browser has asked everybody to negotiate who has had a reason to before. */
async function askedToNegotiate(): Promise<void> {
  const last = new RTCPeerConnection();
  const asked = new Promise((resolve) => last.addEventListener('negotiationneeded', resolve));
  last.addTransceiver('audio');
  await asked;
  last.close();
}
