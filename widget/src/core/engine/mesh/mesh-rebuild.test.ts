import { expect } from '@open-wc/testing';
import type { SignalMessage } from '@video-room/protocol';
import { EnginePair, painted, pictureOf, TIMEOUT_MS, until } from './engine-pair.js';
import { never, SlowBrowser } from './slow-browser.js';

describe('a link whose connection cannot be mended', function () {
  this.timeout(2 * TIMEOUT_MS);
  let browser: SlowBrowser;
  let pair: EnginePair;
  beforeEach(() => {
    browser = new SlowBrowser();
    pair = new EnginePair();
    pair.low.setTrack('camera', painted('red'));
    pair.high.setTrack('camera', painted('green'));
  });
  afterEach(() => {
    pair.close();
    browser.close();
  });

  const connected = () =>
    until(() => ['low', 'high'].every((name) => pair.phases.get(name) === 'connected'), 'both are connected');
  const anew = () => pair.logged('connection made anew');
  const seesEachOther = async () => {
    await connected();
    expect(await pictureOf(pair.tracks.get('low camera'))).to.equal(true);
    expect(await pictureOf(pair.tracks.get('high camera'))).to.equal(true);
  };

  it('is made anew when a step of its negotiation never ends', async () => {
    let hangs = 1;
    browser.on = (_pc, step) => (step === 'setRemoteDescription' && (hangs -= 1) >= 0 ? never() : undefined);
    pair.open();
    await seesEachOther();
    expect(anew()).to.be.greaterThan(0);
  });

  for (const [name, index] of [
    ['that offers', 0],
    ['that answers', 1],
  ] as const) {
    it(`is made anew when the end ${name} refuses every description of the other`, async () => {
      browser.on = (pc, step) =>
        step === 'setRemoteDescription' && pc === [...browser.seen][index]
          ? Promise.reject(new Error('this cannot be read'))
          : undefined;
      pair.open();
      await seesEachOther();
      expect(anew()).to.be.greaterThan(0);
    });
  }

  it('is made anew once when both ends do it at the same time', async () => {
    pair.open();
    await connected();
    const [...stuck] = browser.seen;
    browser.on = (pc) => (stuck.includes(pc) ? never() : undefined);
    const held: (() => void)[] = [];
    pair.deliver = (_signal, arrive) => void held.push(arrive);
    pair.low.setTrack('screen', painted('blue'));
    pair.high.setTrack('screen', painted('yellow'));
    await until(() => anew() === 2, 'both have made it anew');
    pair.deliver = (_signal, arrive) => arrive();
    for (const arrive of held) arrive();
    await until(() => stuck.every(({ connectionState }) => connectionState === 'closed'), 'the old ones are closed');
    await seesEachOther();
    await until(() => !!pair.tracks.get('low screen') && !!pair.tracks.get('high screen'), 'both screens are there');
    expect(anew()).to.equal(2);
  });

  it('is made anew when all that came over it is lost, and searched for paths anew when the network changes', async () => {
    pair.open();
    await seesEachOther();
    pair.low.disturb('network-change');
    await until(() => pair.logged('offer made') > 1, 'paths are sought anew');
    await seesEachOther();
    expect(anew()).to.equal(0);
    pair.low.disturb('media-lost');
    await until(() => pair.phases.get('low') === 'interrupted', 'it is noticed');
    await until(() => anew() > 0, 'it is made anew');
    await seesEachOther();
  });

  it('is not made anew while the other end cannot be reached', async () => {
    browser.on = (_pc, step) => (step === 'setRemoteDescription' ? never() : undefined);
    pair.open('link', undefined, false, false);
    await until(() => pair.logged('repair') > 4, 'several repairs were tried');
    expect(anew()).to.equal(0);
  });

  it('is not made anew as often as the other end likes', async () => {
    const offers: SignalMessage[] = [];
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'offer') offers.push(signal);
      arrive();
    };
    pair.open();
    await seesEachOther();
    const [offer] = offers;
    if (offer?.kind !== 'offer') throw new Error('Nobody has offered');
    for (let connection = 2; connection < 40; connection += 1) {
      pair.low.receive({ ...offer, seq: connection * 10, connection, from: 'high' });
    }
    await until(() => pair.logged('answer made') > 1, 'the first of them is answered');
    expect(pair.logged('offer of another connection too soon')).to.equal(37);
    expect(browser.seen.size).to.equal(3);
  });

  it('takes the next offer of the other end after one that it could not answer', async () => {
    pair.open();
    await seesEachOther();
    let failures = 1;
    browser.on = (pc, step) =>
      step === 'setLocalDescription' && pc.signalingState === 'have-remote-offer' && (failures -= 1) >= 0
        ? Promise.reject(new Error('this cannot be answered'))
        : undefined;
    pair.low.setTrack('screen', painted('blue'));
    await until(() => pair.logged('negotiation step failed') === 1, 'it could not be answered');
    pair.low.resend('high');
    await until(() => !!pair.tracks.get('high screen'), 'the screen is there');
    expect(anew()).to.equal(0);
  });

  it('comes back at once when one end had given it up and the other had not', async () => {
    pair.open();
    await seesEachOther();
    for (const end of [pair.low, pair.high]) {
      end.setLinks([]);
      pair.open();
      await seesEachOther();
    }
    for (const end of [pair.low, pair.high]) end.setLinks([]);
    pair.open();
    await seesEachOther();
    expect(anew()).to.equal(0);
  });
});

describe('somebody who asks for ever more connections', function () {
  this.timeout(2 * TIMEOUT_MS);
  const real = window.RTCPeerConnection;
  const made: WeakRef<RTCPeerConnection>[] = [];
  let pair: EnginePair;
  let offer: Extract<SignalMessage, { kind: 'offer' }> | undefined;
  const asks = (connection: number) =>
    offer && pair.low.receive({ ...offer, seq: offer.seq + connection, connection, from: 'high' });

  beforeEach(async () => {
    made.length = 0;
    window.RTCPeerConnection = class extends real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(new WeakRef(this));
      }
    };
    pair = new EnginePair();
    pair.deliver = (signal, arrive) => {
      if (signal.kind === 'offer') offer ??= signal;
      arrive();
    };
    pair.open();
    await until(() => pair.phases.get('low') === 'connected', 'they are connected');
  });
  afterEach(() => {
    pair.close();
    window.RTCPeerConnection = real;
  });

  it('leaves no old ones behind', async () => {
    const before = made.length;
    asks(2);
    expect(made.length).to.equal(before + 1);
    const living = () => made.filter((connection) => connection.deref()).length;
    await until(() => {
      collectGarbage();
      return living() === before;
    }, 'the old one is collected');
  });

  it('is refused where the browser has none to give, and the one there is stays', () => {
    window.RTCPeerConnection = class extends real {
      constructor() {
        super();
        this.close();
        throw new Error('too many');
      }
    };
    asks(2);
    expect(pair.logged('no other connection')).to.equal(1);
    expect(made.map((connection) => connection.deref()?.connectionState)).not.to.include('closed');
  });
});

describe('somebody who names ever more candidates', function () {
  let pair: EnginePair;
  beforeEach(() => (pair = new EnginePair()));
  afterEach(() => pair.close());

  it('is not listened to beyond what any browser has, also before there is an offer', async () => {
    pair.deliver = () => undefined;
    pair.open();
    const candidate = { candidate: '', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'none' };
    for (let seq = 1; seq <= 300; seq += 1) {
      pair.low.receive({ link: 'link', seq, kind: 'candidate', candidate, from: 'high' });
    }
    await until(() => pair.logged('candidate beyond the limit dropped') === 100, 'the last are dropped');
    expect(pair.logged('candidate held')).to.equal(200);
  });
});

/** Chromium is started with it. */
const collectGarbage = (): void => (globalThis as { gc?: () => void }).gc?.();
