import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { fakeReport } from '../../core/stats/fake-report.js';
import { waitUntil } from '../../wait-until.js';
import type { VrDebug } from './vr-debug.js';
import './vr-debug.js';

async function open() {
  const bus = new LogBus();
  const log = new Logger(bus, { category: 'ice' });
  const session = new FakeSession();
  const debug = new RoomDebug(bus, () => undefined, { history: () => session.history });
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben'), fakePerson('p2', 'Chi')]);
  debug.learn(session.state);
  for (const seconds of [2, 4]) {
    session.history.take(new Map(['p1', 'p2'].map((id) => [id, fakeReport({ seconds })])));
  }
  log.with({ person: 'p1', cause: 'a41f:1' }).debug('offer sent');
  log.with({ person: 'p2' }).info('connection', { state: 'connected' });
  const overlay = await fixture<VrDebug>(
    html`<vr-debug style="width: 900px; height: 400px" .debug=${debug}></vr-debug>`,
  );
  return { bus, log, debug, session, overlay };
}

const find = <Found extends HTMLElement>(overlay: VrDebug, selector: string) =>
  overlay.shadowRoot!.querySelector<Found>(selector)!;
const chips = (overlay: VrDebug) => [...overlay.shadowRoot!.querySelectorAll<HTMLElement>('.people button')];
const chip = (overlay: VrDebug, label: string) => chips(overlay).find((each) => each.textContent.trim() === label)!;

async function show(overlay: VrDebug, view: string) {
  find(overlay, `#tab-${view}`).click();
  await overlay.updateComplete;
  const shown = find(overlay, `vr-${view}`);
  await waitUntil(() => shown.shadowRoot?.firstElementChild);
  return shown;
}

describe('vr-debug', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  for (const view of ['log', 'ladder', 'connections', 'health']) {
    it(`is accessible, showing ${view}`, async () => {
      const { overlay } = await open();
      await show(overlay, view);
      await expect(overlay).to.be.accessible();
    });
  }

  it('shows one view at a time, chosen by click or arrow keys, and the same one the next time', async () => {
    const { overlay } = await open();
    expect(find(overlay, 'vr-log')).not.to.equal(null);
    find(overlay, '#tab-log').focus();
    const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    find(overlay, '#tab-log').dispatchEvent(key('ArrowRight'));
    await overlay.updateComplete;
    expect(find(overlay, 'vr-ladder')).not.to.equal(null);
    expect(find(overlay, 'vr-log')).to.equal(null);
    expect(overlay.shadowRoot!.activeElement?.id).to.equal('tab-ladder');
    find(overlay, '#tab-ladder').dispatchEvent(key('ArrowLeft'));
    find(overlay, '#tab-log').dispatchEvent(key('ArrowLeft'));
    await overlay.updateComplete;
    expect(find(overlay, 'vr-health')).not.to.equal(null);
    const again = await fixture<VrDebug>(html`<vr-debug></vr-debug>`);
    expect(find(again, 'vr-health')).not.to.equal(null);
  });

  it('goes to another edge with each press, and remembers where it was', async () => {
    const { overlay } = await open();
    const docks: (string | null)[] = [overlay.getAttribute('dock')];
    for (const next of ['Dock after', 'Dock above', 'Dock before']) {
      find(overlay, `[aria-label="${next}"]`).click();
      await overlay.updateComplete;
      docks.push(overlay.getAttribute('dock'));
    }
    expect(docks).to.deep.equal(['bottom', 'end', 'top', 'start']);
    const again = await fixture<VrDebug>(html`<vr-debug></vr-debug>`);
    expect(again.getAttribute('dock')).to.equal('start');
  });

  it('is made larger and smaller with the keyboard, within bounds', async () => {
    const { overlay } = await open();
    const handle = find(overlay, '.handle');
    const press = async (key: string) => {
      handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await overlay.updateComplete;
      return handle.ariaValueNow;
    };
    expect(handle.ariaValueNow).to.equal('45');
    expect(await press('ArrowUp')).to.equal('50');
    expect(await press('ArrowDown')).to.equal('45');
    for (let more = 0; more < 12; more += 1) await press('ArrowUp');
    expect(handle.ariaValueNow).to.equal('85');
    expect(overlay.style.getPropertyValue('--_debug-size')).to.equal('85%');
  });

  it('takes no harm from what stands in the storage', async () => {
    for (const stored of ['{', 'null', '{"dock":"middle","size":"huge","view":7}', '{"size":1e9}']) {
      localStorage.setItem('video-room:debug', stored);
      const overlay = await fixture<VrDebug>(html`<vr-debug></vr-debug>`);
      expect(overlay.getAttribute('dock')).to.equal('bottom');
      expect(Number(find(overlay, '.handle').ariaValueNow)).within(15, 85);
    }
  });

  it('filters all views by person, with one chip for somebody who came back', async () => {
    const { overlay, debug, session } = await open();
    session.act({ type: 'participant', participant: fakePerson('p9', 'Ben', { identity: 'p1@example.org' }) });
    debug.learn(session.state);
    const connections = await show(overlay, 'connections');
    const cards = () => [...connections.shadowRoot!.querySelectorAll('.card h3')].map(({ textContent }) => textContent);
    expect(cards()).to.deep.equal(['Ben', 'Chi']);
    chip(overlay, 'Chi').click();
    await waitUntil(() => cards().join() === 'Chi');
    const ladder = await show(overlay, 'ladder');
    await waitUntil(() => ladder.shadowRoot!.querySelector('li'));
    expect(ladder.shadowRoot!.querySelector('li')!.textContent).to.contain('connected');
    await show(overlay, 'log');
    expect(chips(overlay).map((each) => each.textContent.trim())).to.deep.equal(['Everyone', 'You', 'Ben', 'Chi']);
    expect(chip(overlay, 'Chi').ariaPressed).to.equal('true');
    debug.filter({ person: 'p9' });
    await waitUntil(() => chip(overlay, 'Ben').ariaPressed === 'true');
  });

  it('pauses and clears the log, and asks to be closed', async () => {
    const { overlay, log } = await open();
    const list = await show(overlay, 'log');
    const rows = () => list.shadowRoot!.querySelectorAll('.row').length;
    expect(rows()).to.equal(2);
    find(overlay, '[aria-label=Pause]').click();
    await overlay.updateComplete;
    log.info('meanwhile');
    find(overlay, '[aria-label=Pause]').click();
    await waitUntil(() => rows() === 3);
    find(overlay, '[aria-label=Clear]').click();
    await waitUntil(() => rows() === 0);
    setTimeout(() => find(overlay, '[aria-label=Close]').click());
    await oneEvent(overlay, 'action-request');
  });
});
