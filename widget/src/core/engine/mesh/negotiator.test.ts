import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { TIMEOUT_MS, until } from './engine-pair.js';
import { Negotiator, type NumberedSignal } from './negotiator.js';

/** One end with what it has said, and what is to be delivered to it. */
class End {
  readonly pc = new RTCPeerConnection();
  readonly said: NumberedSignal[] = [];
  readonly instead: boolean[] = [];
  readonly negotiator: Negotiator;

  constructor(polite: boolean) {
    const log = new Logger(new LogBus(), { category: 'session' });
    const sources = () => undefined;
    this.negotiator = new Negotiator(this.pc, { polite, offers: !polite, log, link: 'link', sources });
    this.negotiator.on('signal', (signal) => this.said.push(signal));
    this.negotiator.on('offered', (instead) => this.instead.push(instead));
  }

  /** Takes, in their order, what the other end has said since the last time. */
  hear(other: End): void {
    for (const signal of other.said.splice(0)) if (signal.kind !== 'view') this.negotiator.receive(signal);
  }

  /** Numbers of the offers among what it has said. */
  get offers(): number[] {
    return this.said.filter(({ kind }) => kind === 'offer').map(({ seq }) => seq);
  }

  restart(stale = true): void {
    this.negotiator.renew(() => this.pc.restartIce(), stale);
  }
}

describe('the negotiation of a connection', function () {
  this.timeout(2 * TIMEOUT_MS);
  let [impolite, polite]: [End, End] = [new End(false), new End(true)];
  beforeEach(async () => {
    [impolite, polite] = [new End(false), new End(true)];
    impolite.pc.addTransceiver('audio');
    impolite.negotiator.start();
    await agreed();
  });
  afterEach(() => [impolite, polite].forEach(({ pc }) => pc.close()));

  const areStable = () => [impolite, polite].every(({ pc }) => pc.signalingState === 'stable' && pc.remoteDescription);
  const agreed = () =>
    until(() => {
      polite.hear(impolite);
      impolite.hear(polite);
      return Boolean(areStable());
    }, 'both agree');
  const offered = (end: End, times = 1) => until(() => end.offers.length === times, 'it has offered');

  it('tells of an offer whether one of this end was taken back for it', async () => {
    expect(polite.instead).to.deep.equal([false]);
    impolite.restart();
    polite.restart();
    await Promise.all([offered(impolite), offered(polite)]);
    polite.hear(impolite);
    await until(() => polite.said.some(({ kind }) => kind === 'answer'), 'it has answered');
    expect(polite.instead).to.deep.equal([false, true]);
    expect(impolite.instead).to.deep.equal([]);
  });

  it('begins anew after the offer that is being taken, and not as a part of the answer', async () => {
    impolite.restart();
    await offered(impolite);
    polite.hear(impolite);
    polite.restart();
    await offered(polite);
    const kinds = polite.said.map(({ kind }) => kind).filter((kind) => kind !== 'candidate');
    expect(kinds).to.deep.equal(['answer', 'offer']);
    await agreed();
  });

  it('sends an offer again that is unanswered, and takes back one that is of no use', async () => {
    polite.restart();
    await offered(polite);
    polite.restart(false);
    await offered(polite, 2);
    polite.restart();
    await offered(polite, 3);
    const [first = Infinity, again, last] = polite.offers;
    expect(again).to.equal(first);
    expect(last).to.be.greaterThan(first);
    await agreed();
  });
});
