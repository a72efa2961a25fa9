import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { MEDIA_SOURCES, type MediaSource, type SignalMessage } from '@video-room/protocol';
import { Uplink } from '../../stats/uplink.js';
import type { WantedLink } from '../media-engine.js';
import { MeshEngine } from './mesh-engine.js';

/** Two engines with a wire between them that the test can slow down, cut and repeat on. */
class Pair {
  readonly bus = new LogBus();
  readonly low = this.#engine('low');
  readonly high = this.#engine('high');
  /** How each signal is delivered; default: in order, at once. */
  deliver: (signal: SignalMessage, arrive: () => void) => void = (_signal, arrive) => arrive();
  readonly phases = new Map<string, string | undefined>();
  readonly tracks = new Map<string, MediaStreamTrack | undefined>();

  constructor() {
    this.#wire('low', this.low, this.high);
    this.#wire('high', this.high, this.low);
  }

  open(id = 'link', sources: readonly MediaSource[] = MEDIA_SOURCES): void {
    const link = (peer: string, polite: boolean): WantedLink => {
      return { id, peer, polite, state: 'open', send: sources, receive: sources };
    };
    this.low.setLinks([link('high', true)]);
    this.high.setLinks([link('low', false)]);
  }

  close(): void {
    this.low.close();
    this.high.close();
  }

  logged(text: string): number {
    return this.bus.entries().filter((entry) => entry.text === text).length;
  }

  #engine(name: string): MeshEngine {
    return new MeshEngine(new Logger(this.bus, { category: 'session', cause: name }));
  }

  #wire(name: string, from: MeshEngine, to: MeshEngine): void {
    from.on('signal', (signal) => this.deliver(signal, () => to.receive({ ...signal, from: name })));
    from.on('link', ({ phase }) => this.phases.set(name, phase));
    from.on('track', ({ source, track }) => this.tracks.set(`${name} ${source}`, track));
  }
}

const TIMEOUT_MS = 15_000;

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function painted(colour: string): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const context = canvas.getContext('2d');
  const timer = setInterval(() => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(0, 0, 64, 64);
  }, 50);
  const [track] = canvas.captureStream(20).getVideoTracks();
  if (!track) throw new Error('A canvas gives a track');
  track.addEventListener('ended', () => clearInterval(timer));
  return track;
}

async function pictureOf(track: MediaStreamTrack | undefined): Promise<boolean> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream(track ? [track] : []);
  await video.play();
  return video.videoWidth > 0;
}

describe('the mesh engine', () => {
  let pair: Pair;

  beforeEach(() => {
    pair = new Pair();
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

  it('tells what it sends, and can be limited, at either end of a link', async () => {
    const track = painted('teal');
    const ends = [pair.low, pair.high].map((engine) => {
      const rates: number[] = [];
      const uplink = new Uplink({
        senders: () => engine.senders(),
        budget: () => 548_000,
        onRate: (rate) => rates.push(rate),
      });
      engine.setTrack('camera', track);
      uplink.start();
      return { engine, uplink, rates };
    });
    pair.open();
    await connected();
    const limitOf = (engine: MeshEngine) =>
      engine
        .senders()
        .find((sender) => sender.track)
        ?.getParameters().encodings[0]?.maxBitrate;
    try {
      await until(() => ends.every(({ rates }) => rates.some((rate) => rate > 0)), 'both measure what they send');
      for (const { engine } of ends) expect(limitOf(engine)).to.equal(500_000);
    } finally {
      for (const { uplink } of ends) uplink.stop();
      track.stop();
    }
  }).timeout(TIMEOUT_MS * 3);

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
