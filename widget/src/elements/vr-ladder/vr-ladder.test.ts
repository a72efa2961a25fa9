import { expect, fixture, html } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import type { LinkLine } from '../../core/timeline/room-timeline.js';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { waitUntil } from '../../wait-until.js';
import type { VrLadder } from './vr-ladder.js';
import './vr-ladder.js';

/** What is said of the links, by their ids. */
type Told = Map<string, LinkLine[]>;

async function open(told?: Told) {
  const session = new FakeSession();
  const bus = new LogBus();
  const log = new Logger(bus, { category: 'signal' });
  const debug = new RoomDebug(bus, () => undefined, {
    ...(told && { timeline: () => ({ ofLink: (link: string) => Promise.resolve(told.get(link)) }) }),
  });
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben'), fakePerson('p2', 'Chi')]);
  for (const peer of ['p1', 'p2']) session.act({ type: 'link', peer, phase: 'connected' });
  debug.learn(session.state);
  const ladder = await fixture<VrLadder>(html`<vr-ladder .debug=${debug}></vr-ladder>`);
  const steps = () => [...ladder.shadowRoot!.querySelectorAll<HTMLElement>('li')];
  const explained = () => ladder.shadowRoot!.querySelector('aside')!.textContent.replace(/\s+/g, ' ').trim();
  return { bus, log, ladder, steps, explained };
}

describe('vr-ladder', () => {
  it('is accessible', async () => {
    const { log, ladder, steps } = await open();
    log.with({ person: 'p1', cause: 'l:1' }).debug('offer sent');
    await waitUntil(() => steps().length > 0);
    await expect(ladder).to.be.accessible();
  });

  it('says so while there is nothing', async () => {
    const { ladder } = await open();
    expect(ladder.shadowRoot!.textContent.trim()).to.equal('Nobody else has been here.');
    ladder.person = 'p2';
    await ladder.updateComplete;
    expect(ladder.shadowRoot!.textContent.trim()).to.equal('No connection with Chi so far.');
  });

  it('grows by itself, of the link that did something last, and explains the step one points at', async () => {
    const { log, steps, explained, ladder } = await open();
    const ben = log.with({ person: 'p1', cause: 'l:1' });
    ben.debug('offer sent');
    await waitUntil(() => steps().length === 1);
    ben.debug('offer acknowledged', { afterMs: 4 });
    ben.debug('answer received');
    await waitUntil(() => steps().length === 3);
    expect([...ladder.shadowRoot!.querySelectorAll('.lanes b')].at(-1)!.textContent).to.equal('Ben');
    expect(steps().map((step) => step.querySelector('span')!.className)).to.deep.equal([
      'arrow you-server',
      'arrow server-other',
      'arrow other-you',
    ]);
    steps()[0]!.dispatchEvent(new PointerEvent('pointerenter'));
    await ladder.updateComplete;
    expect(explained()).to.contain('session description').and.to.contain('#l:1');
    steps()[2]!.focus();
    await ladder.updateComplete;
    expect(explained()).to.contain('The other side says');
  });

  it('marks the step that is missing', async () => {
    const { bus, steps, explained } = await open();
    const time = Date.now() - 10_000;
    const line = { time, level: 'debug', category: 'signal', person: 'p1', cause: 'l:1' } as const;
    bus.write({ ...line, text: 'offer sent' });
    bus.write({ ...line, text: 'offer acknowledged' });
    await waitUntil(() => steps().length === 3);
    expect(steps()[2]!.className).to.contain('missing');
    expect(steps()[2]!.textContent).to.contain('no answer');
    expect(explained()).to.contain('This is missing');
  });

  it('shows both ends where they tell, of the link that is shown, and says that they do', async () => {
    const line = (from: string, text: string, cause?: string, detail?: LinkLine['detail']): LinkLine => ({
      time: Date.now(),
      from,
      level: 'debug',
      category: 'signal',
      text,
      person: from === 'p1' ? 'p0' : from === 'server' ? 'p0' : 'p1',
      ...(cause && { cause }),
      ...(detail && { detail }),
    });
    const told: Told = new Map([
      ['l', [line('server', 'signal relayed', 'l:1', { kind: 'offer' }), line('p1', 'offer received', 'l:1')]],
    ]);
    const { log, ladder, steps } = await open(told);
    log.with({ person: 'p1', cause: 'l:1' }).debug('offer sent');
    await waitUntil(() => steps().length === 3);
    const shown = () => steps().map((step) => step.querySelector('span')!.className);
    expect(shown()).to.deep.equal(['arrow you-server', 'band at-server', 'arrow server-other']);
    expect(steps()[1]!.textContent).to.contain('passed on offer');
    expect(steps()[2]!.textContent).to.contain('received offer');
    expect(ladder.shadowRoot!.querySelector('.told')!.textContent).to.contain('keeps a timeline');
    await expect(ladder).to.be.accessible();
    // Of another link nothing is told yet, and what was told of the first is not taken for it.
    const later = Date.now() + 60_000;
    told.set('m', [{ ...line('p1', 'connection', undefined, { state: 'failed' }), time: later }]);
    log.with({ person: 'p2', cause: 'm:1' }).debug('offer sent');
    await waitUntil(() => steps().length === 2);
    expect(shown()).to.deep.equal(['arrow you-server', 'band at-other']);
  });

  it('says how to see both ends where nobody tells', async () => {
    const { log, ladder, steps } = await open();
    log.with({ person: 'p1', cause: 'l:1' }).debug('offer sent');
    await waitUntil(() => steps().length === 1);
    expect(ladder.shadowRoot!.querySelector('.told')!.textContent).to.contain('“timeline”');
  });
});
