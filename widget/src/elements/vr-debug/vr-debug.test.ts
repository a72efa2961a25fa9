import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { LogTail, ROWS_MAX } from './log-tail.js';
import type { VrDebug } from './vr-debug.js';
import './vr-debug.js';

async function open() {
  const bus = new LogBus();
  const log = new Logger(bus, { category: 'ice' });
  const debug = new RoomDebug(bus, () => undefined);
  const session = new FakeSession();
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  debug.learn(session.state);
  log.info('ready', { people: 2 });
  log.with({ person: 'p1', cause: 'a41f:1' }).warn('no direct path yet', { trying: 'relay' });
  log.with({ category: 'media' }).error('device failed', { code: 'device-in-use' });
  const overlay = await fixture<VrDebug>(html`<vr-debug style="height: 300px" .debug=${debug}></vr-debug>`);
  return { bus, log, debug, session, overlay };
}

const find = <Found extends HTMLElement>(overlay: VrDebug, selector: string) =>
  overlay.shadowRoot!.querySelector<Found>(selector)!;
const rows = (overlay: VrDebug) => [...overlay.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
const texts = (overlay: VrDebug) => rows(overlay).map((row) => row.querySelector('.text')!.textContent);
const chip = (overlay: VrDebug, label: string) =>
  [...overlay.shadowRoot!.querySelectorAll<HTMLElement>('.people button')].find(
    (button) => button.textContent.trim() === label,
  )!;

async function settle(overlay: VrDebug) {
  await nextFrame();
  await overlay.updateComplete;
}

describe('vr-debug', () => {
  it('is accessible', async () => {
    const { overlay } = await open();
    await expect(overlay).to.be.accessible();
  });

  it('shows time, person, category, text and details', async () => {
    const { overlay } = await open();
    const [first, second, third] = rows(overlay).map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(first).to.match(/^\+0\.000 s ?You ?ice ?ready · people 2$/);
    expect(second).to.match(/Ben ?ice ?no direct path yet · trying relay, #a41f:1$/);
    expect(third).to.contain('device failed');
    expect(rows(overlay).map((row) => row.classList[1])).to.deep.equal(['info', 'warn', 'error']);
  });

  it('takes many new entries into one frame and keeps the newest', async () => {
    const { overlay, log } = await open();
    for (let index = 0; index < ROWS_MAX + 20; index += 1) log.debug(`line ${index}`);
    await settle(overlay);
    expect(rows(overlay)).to.have.length(ROWS_MAX);
    expect(texts(overlay).at(-1)).to.equal(`line ${ROWS_MAX + 19}`);
    expect(find(overlay, 'small').textContent).to.equal(`newest ${ROWS_MAX} of ${ROWS_MAX + 23}`);
  });

  it('filters by person, category, level and text', async () => {
    const { overlay } = await open();
    chip(overlay, 'Ben').click();
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['no direct path yet']);
    chip(overlay, 'Everyone').click();
    const [category, level] = [...overlay.shadowRoot!.querySelectorAll('select')];
    category!.value = 'media';
    category!.dispatchEvent(new Event('change'));
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['device failed']);
    category!.value = '';
    category!.dispatchEvent(new Event('change'));
    level!.value = 'warn';
    level!.dispatchEvent(new Event('change'));
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['no direct path yet', 'device failed']);
    const search = find<HTMLInputElement>(overlay, 'input');
    search.value = 'RELAY';
    search.dispatchEvent(new Event('input'));
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['no direct path yet']);
  });

  it('shows a filter that was set from the console', async () => {
    const { overlay, debug } = await open();
    debug.filter({ person: 'p1', level: 'warn' });
    await settle(overlay);
    expect(chip(overlay, 'Ben').ariaPressed).to.equal('true');
    expect(texts(overlay)).to.deep.equal(['no direct path yet']);
  });

  it('stands still while paused and catches up after', async () => {
    const { overlay, log } = await open();
    find(overlay, '[aria-label=Pause]').click();
    log.info('meanwhile');
    await settle(overlay);
    expect(texts(overlay)).not.to.contain('meanwhile');
    find(overlay, '[aria-label=Pause]').click();
    await settle(overlay);
    expect(texts(overlay)).to.contain('meanwhile');
  });

  it('stands still while paused though somebody comes in, and filters among what there was', async () => {
    const { overlay, log, debug, session } = await open();
    find(overlay, '[aria-label=Pause]').click();
    log.info('meanwhile');
    session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
    debug.learn(session.state);
    await settle(overlay);
    expect(texts(overlay)).to.have.length(3).and.not.to.contain('meanwhile');
    expect(chip(overlay, 'Chi')).not.to.equal(undefined);
    debug.filter({ category: 'ice' });
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['ready', 'no direct path yet']);
    find(overlay, '[aria-label=Clear]').click();
    await settle(overlay);
    expect(rows(overlay)).to.have.length(0);
  });

  it('has one chip for somebody who came back, and finds all that person did', async () => {
    const { overlay, log, debug, session } = await open();
    for (let visit = 2; visit < 5; visit += 1) {
      const id = `p${visit}`;
      session.act({ type: 'participant', participant: fakePerson(id, 'Ben', { identity: 'p1@example.org' }) });
      debug.learn(session.state);
      log.with({ person: id }).info(`visit ${visit}`);
    }
    await settle(overlay);
    const labels = [...overlay.shadowRoot!.querySelectorAll('.people button')].map((each) => each.textContent.trim());
    expect(labels).to.deep.equal(['Everyone', 'You', 'Ben']);
    chip(overlay, 'Ben').click();
    await settle(overlay);
    expect(texts(overlay)).to.deep.equal(['no direct path yet', 'visit 2', 'visit 3', 'visit 4']);
    expect(chip(overlay, 'Ben').ariaPressed).to.equal('true');
  });

  it('reads the same in a page that runs from right to left', async () => {
    const { overlay } = await open();
    overlay.dir = 'rtl';
    rows(overlay)[1]!.click();
    await settle(overlay);
    for (const selector of ['time', 'pre', '.words', '.detail']) {
      expect(getComputedStyle(find(overlay, selector)).direction, selector).to.equal('ltr');
    }
    expect(find(overlay, 'h2').textContent).to.equal('Log 3');
  });

  it('keeps no more than it can show while a hidden tab has no frames', async () => {
    const { debug, log } = await open();
    const tail = new LogTail({
      debug,
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
    tail.hostConnected();
    for (let index = 0; index < 3 * ROWS_MAX; index += 1) log.debug(`line ${index}`);
    expect(tail.rows).to.have.length(ROWS_MAX);
    expect(tail.total).to.equal(3 * ROWS_MAX + 3);
    tail.hostDisconnected();
  });

  it('follows the newest until somebody scrolls up', async () => {
    const { overlay, log } = await open();
    for (let index = 0; index < 100; index += 1) log.debug('line');
    await settle(overlay);
    const list = find(overlay, '.log');
    const fromEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight;
    expect(fromEnd()).below(2);
    list.scrollTop = 0;
    await oneEvent(list, 'scroll');
    await overlay.updateComplete;
    log.debug('line');
    await settle(overlay);
    expect(list.scrollTop).to.equal(0);
    find(overlay, '.newest').click();
    await settle(overlay);
    expect(fromEnd()).below(2);
  });

  it('clears, and asks to be closed', async () => {
    const { overlay } = await open();
    find(overlay, '[aria-label=Clear]').click();
    await settle(overlay);
    expect(rows(overlay)).to.have.length(0);
    setTimeout(() => find(overlay, '[aria-label=Close]').click());
    await oneEvent(overlay, 'action-request');
  });

  it('unfolds the particulars of a row', async () => {
    const { overlay } = await open();
    rows(overlay)[1]!.click();
    await settle(overlay);
    expect(find(overlay, 'pre').textContent).to.contain('"trying": "relay"');
  });

  it('listens only while it is in the document', async () => {
    const { overlay, bus, log } = await open();
    let listening = 0;
    const listen = bus.listen.bind(bus);
    bus.listen = (listener) => {
      listening += 1;
      const end = listen(listener);
      return () => {
        listening -= 1;
        end();
      };
    };
    const parent = overlay.parentElement!;
    overlay.remove();
    log.info('unseen');
    parent.append(overlay);
    expect(listening).to.equal(1);
    await settle(overlay);
    expect(texts(overlay)).to.contain('unseen');
    overlay.remove();
    expect(listening).to.equal(0);
  });
});
