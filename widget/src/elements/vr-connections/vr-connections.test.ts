import { expect, fixture, html } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { fakeReport, type FakeFlow } from '../../core/stats/fake-report.js';
import { waitUntil } from '../../wait-until.js';
import type { VrConnections } from './vr-connections.js';
import './vr-connections.js';

async function open(flow: Omit<FakeFlow, 'seconds'> = {}) {
  const session = new FakeSession();
  const bus = new LogBus();
  const debug = new RoomDebug(bus, () => undefined, { history: () => session.history });
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  debug.learn(session.state);
  new Logger(bus, { category: 'negotiate' }).with({ person: 'p1' }).debug('signaling state', { state: 'stable' });
  const take = (seconds: number) => session.history.take(new Map([['p1', fakeReport({ seconds, ...flow })]]));
  take(2);
  take(4);
  const cards = await fixture<VrConnections>(html`<vr-connections .debug=${debug}></vr-connections>`);
  const text = () => cards.shadowRoot!.textContent.replace(/\s+/g, ' ');
  return { session, debug, cards, take, text };
}

describe('vr-connections', () => {
  it('is accessible', async () => {
    const { cards } = await open();
    await expect(cards).to.be.accessible();
  });

  it('draws no more people than can be told apart, and says how many it leaves out', async () => {
    const { session, debug, cards, text } = await open();
    for (let index = 2; index < 60; index += 1) {
      session.act({ type: 'participant', participant: fakePerson(`p${index}`, `Person ${index}`) });
    }
    debug.learn(session.state);
    cards.requestUpdate();
    await cards.updateComplete;
    const count = (selector: string) => cards.shadowRoot!.querySelectorAll(selector).length;
    expect([count('svg .node'), count('.matrix tbody tr'), count('.matrix td.self')]).to.deep.equal([24, 24, 24]);
    expect(text()).to.contain('36 more are not shown.');
  });

  it('shows path, states, rates, sizes, codecs and what holds back', async () => {
    const { text, session, debug, cards } = await open({
      local: 'relay',
      remote: 'srflx',
      protocol: 'tcp',
      limitation: 'cpu',
      lossOut: 0.034,
      freezes: 3,
    });
    session.act({ type: 'quality', quality: new Map([['p1', 'poor']]) });
    debug.learn(session.state);
    cards.requestUpdate();
    await cards.updateComplete;
    for (const part of [
      'Ben',
      'poor',
      'relay ⇄ srflx · tcp',
      '1.4 Mb/s',
      '1280×720 · 30',
      '900 kb/s',
      '960×540 · 30',
      '12 ms',
      '3.4 %',
      'connected · connected · stable',
      'VP8, opus / VP8, opus',
      'this computer',
    ]) {
      expect(text(), part).to.contain(part);
    }
  });

  it('draws the last two minutes, and goes on by itself', async () => {
    const { cards, take } = await open();
    const points = () => cards.shadowRoot!.querySelector('polyline')!.getAttribute('points')!.split(' ');
    expect(points()).to.have.length(2);
    for (let look = 3; look <= 80; look += 1) take(look * 2);
    await waitUntil(() => points().length === 60);
    expect(points().at(-1)).to.match(/^100\.0,/);
  });

  it('shows who is connected with whom, in a graph and in a table that says the same in words', async () => {
    const { cards, session, debug } = await open();
    session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben'), fakePerson('p2', 'Chi')]);
    session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    session.act({ type: 'link', peer: 'p2', phase: 'interrupted' });
    session.act({ type: 'quality', quality: new Map([['p1', 'fair']]) });
    debug.learn(session.state);
    cards.requestUpdate();
    await cards.updateComplete;
    const cells = [...cards.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
    );
    expect(cells).to.deep.equal([
      ['1 · You', '', '◐connected, fair', '!interrupted'],
      ['2 · Ben', '◐connected, fair', '', '–linked; how it goes only they know'],
      ['3 · Chi', '!interrupted', '–linked; how it goes only they know', ''],
    ]);
    const edges = [...cards.shadowRoot!.querySelectorAll('.edge')].map((edge) => edge.getAttribute('class'));
    expect(edges).to.deep.equal(['edge fair', 'edge interrupted', 'edge untold']);
    expect(cards.shadowRoot!.querySelector('.room p')!.textContent).to.contain('Of those between others');
    await expect(cards).to.be.accessible();
    cards.only = new Set(['p1']);
    await cards.updateComplete;
    expect(cards.shadowRoot!.querySelector('.room')).to.equal(null);
  });

  it('says so when there is nobody', async () => {
    const { cards, session } = await open();
    session.history.take(new Map());
    await waitUntil(() => cards.shadowRoot!.querySelector('.empty'));
  });
});
