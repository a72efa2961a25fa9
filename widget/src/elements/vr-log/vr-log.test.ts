import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { CATEGORIES, LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { RoomDebug } from '../../controllers/room-debug.js';
import { waitUntil } from '../../wait-until.js';
import { LINES_MAX, LogTail } from './log-tail.js';
import type { VrLog } from './vr-log.js';
import './vr-log.js';

const SDP = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\na=rtpmap:111 opus/48000/2\r\n';

async function open(style = 'height: 300px') {
  const bus = new LogBus();
  const log = new Logger(bus, { category: 'ice' });
  const debug = new RoomDebug(bus, () => undefined);
  const session = new FakeSession();
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  debug.learn(session.state);
  log.info('ready', { people: 2 });
  log.with({ person: 'p1', cause: 'a41f:1' }).warn('no direct path yet', { trying: 'relay' });
  log.with({ category: 'device' }).error('device failed', { code: 'device-in-use' });
  const list = await fixture<VrLog>(html`<vr-log style=${style} .debug=${debug}></vr-log>`);
  return { bus, log, debug, session, list };
}

const find = <Found extends HTMLElement>(list: VrLog, selector: string) =>
  list.shadowRoot!.querySelector<Found>(selector)!;
const rows = (list: VrLog) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
const texts = (list: VrLog) => rows(list).map((row) => row.querySelector('.text')!.textContent);

async function settle(list: VrLog) {
  await nextFrame();
  await list.updateComplete;
}

function press(list: VrLog, key: string) {
  find(list, '.log').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

describe('vr-log', () => {
  it('is accessible, also with an entry open', async () => {
    const { list } = await open();
    await expect(list).to.be.accessible();
    rows(list)[1]!.click();
    await settle(list);
    await expect(list).to.be.accessible();
  });

  it('shows time, person, category, text and details', async () => {
    const { list } = await open();
    const [first, second, third] = rows(list).map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(first).to.match(/^\+0\.000 s ?You ?ice ?ready · people 2$/);
    expect(second).to.match(/Ben ?ice ?no direct path yet · trying relay, #a41f:1$/);
    expect(third).to.contain('device failed');
    expect(rows(list).map((row) => row.classList[1])).to.deep.equal(['info', 'warn', 'error']);
  });

  it('has only those of many lines in the document that are in sight, and shows the newest', async () => {
    const { list, log } = await open();
    for (let index = 0; index < LINES_MAX; index += 1) log.debug(`line ${index}`);
    await waitUntil(() => texts(list).at(-1) === `line ${LINES_MAX - 1}`, 'the newest line is there');
    expect(rows(list).length).below(80);
    expect(rows(list).at(-1)!.ariaSetSize).to.equal(String(LINES_MAX));
    const scroller = find(list, '.log');
    expect(scroller.scrollHeight).above(LINES_MAX * 20);
    scroller.scrollTop = 0;
    await waitUntil(() => texts(list)[0] === 'line 0', 'the oldest kept line is there');
    expect(rows(list)[0]!.getBoundingClientRect().top).to.be.closeTo(scroller.getBoundingClientRect().top, 1);
    expect(rows(list).length).below(80);
  });

  it('folds what is said again and again into one line', async () => {
    const { list, log } = await open();
    for (let again = 0; again < 5; again += 1) log.debug('server not reached', { attempt: 1 });
    log.debug('server not reached', { attempt: 2 });
    await settle(list);
    expect(texts(list).slice(3)).to.deep.equal(['server not reached', 'server not reached']);
    expect(rows(list)[3]!.querySelector('.count')!.textContent).to.equal('×5');
    expect(find(list, '.fields small').textContent).to.equal('9 entries');
  });

  it('filters by category, level and text', async () => {
    const { list, debug } = await open();
    debug.filter({ person: 'Ben' });
    await settle(list);
    expect(texts(list)).to.deep.equal(['no direct path yet']);
    debug.filter();
    await settle(list);
    const [category, level] = [...list.shadowRoot!.querySelectorAll('select')];
    category!.value = 'device';
    category!.dispatchEvent(new Event('change'));
    await settle(list);
    expect(texts(list)).to.deep.equal(['device failed']);
    category!.value = '';
    category!.dispatchEvent(new Event('change'));
    level!.value = 'warn';
    level!.dispatchEvent(new Event('change'));
    await settle(list);
    expect(texts(list)).to.deep.equal(['no direct path yet', 'device failed']);
    const search = find<HTMLInputElement>(list, 'input');
    search.value = 'RELAY';
    search.dispatchEvent(new Event('input'));
    await settle(list);
    expect(texts(list)).to.deep.equal(['no direct path yet']);
  });

  it('stands still while paused and catches up after', async () => {
    const { list, log, debug, session } = await open();
    list.paused = true;
    await list.updateComplete;
    log.info('meanwhile');
    session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
    debug.learn(session.state);
    await settle(list);
    expect(texts(list)).to.have.length(3).and.not.to.contain('meanwhile');
    debug.filter({ category: 'ice' });
    await settle(list);
    expect(texts(list)).to.deep.equal(['ready', 'no direct path yet']);
    list.paused = false;
    await settle(list);
    expect(texts(list)).to.contain('meanwhile');
  });

  it('is filtered by time: around an entry, or the last of it', async () => {
    const bus = new LogBus();
    const debug = new RoomDebug(bus, () => undefined);
    for (const second of [0, 2, 30, 100]) {
      bus.write({ time: 1_000_000 + second * 1000, level: 'info', category: 'ice', text: `at ${second}` });
    }
    const list = await fixture<VrLog>(html`<vr-log style="height: 300px" .debug=${debug}></vr-log>`);
    const time = find<HTMLSelectElement>(list, 'select:last-of-type');
    const choose = async (value: string) => {
      time.value = value;
      time.dispatchEvent(new Event('change'));
      await settle(list);
    };
    await choose('60000');
    expect(texts(list)).to.deep.equal(['at 100']);
    expect(time.selectedOptions[0]!.text).to.equal('+40.0 – s');
    await choose('');
    expect(texts(list)).to.have.length(4);
    rows(list)[1]!.click();
    await settle(list);
    find(list, '.around').click();
    await settle(list);
    expect(texts(list)).to.deep.equal(['at 0', 'at 2']);
    expect(time.selectedOptions[0]!.text).to.equal('+0.0 – +7.0 s');
  });

  it('reads the same in a page that runs from right to left', async () => {
    const { list } = await open();
    list.dir = 'rtl';
    rows(list)[1]!.click();
    await settle(list);
    for (const selector of ['time', 'pre', '.words', '.detail']) {
      expect(getComputedStyle(find(list, selector)).direction, selector).to.equal('ltr');
    }
  });

  it('keeps no more than the bus while a hidden tab has no frames', async () => {
    const { debug, log } = await open();
    const tail = new LogTail({
      debug,
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
    tail.hostConnected();
    for (let index = 0; index < 2 * LINES_MAX; index += 1) log.debug(`line ${index}`);
    expect(tail.lines.all).to.have.length(LINES_MAX);
    expect(tail.lines.entries).to.equal(LINES_MAX);
    tail.hostDisconnected();
  });

  it('follows the newest until somebody scrolls up', async () => {
    const { list, log } = await open();
    for (let index = 0; index < 100; index += 1) log.debug(`line ${index}`);
    await settle(list);
    const scroller = find(list, '.log');
    const fromEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    await waitUntil(() => fromEnd() < 2);
    // Whatever is still being laid out would be followed.
    await waitUntil(() => {
      scroller.scrollTop = 0;
      return find(list, '.newest');
    });
    log.debug('another');
    await settle(list);
    expect(scroller.scrollTop).to.equal(0);
    find(list, '.newest').click();
    await waitUntil(() => fromEnd() < 2);
  });

  it('is walked through with the keyboard', async () => {
    const { list } = await open();
    press(list, 'Home');
    await settle(list);
    expect(find(list, 'h3').textContent.trim()).to.equal('ready');
    press(list, 'ArrowDown');
    await settle(list);
    expect(find(list, 'h3').textContent.trim()).to.equal('no direct path yet');
    expect(find(list, '.log').getAttribute('aria-activedescendant')).to.equal(rows(list)[1]!.id);
    press(list, 'End');
    await settle(list);
    expect(find(list, 'h3').textContent.trim()).to.equal('device failed');
    press(list, 'Escape');
    await settle(list);
    expect(find(list, '.details')).to.equal(null);
  });

  it('opens the particulars of an entry, and follows the message that led to it', async () => {
    const { list, log, debug } = await open();
    const ben = log.with({ person: 'p1' });
    ben.with({ cause: 'a41f:1' }).debug('answer received');
    ben.with({ cause: 'a41f:1', own: true }).debug('offer sent');
    ben.with({ cause: 'a41f:11' }).debug('candidate received');
    ben.debug('mentions a41f:1');
    debug.filter({ level: 'warn', category: 'ice' });
    await settle(list);
    rows(list)[0]!.click();
    await settle(list);
    expect(find(list, 'pre').textContent).to.contain('"trying": "relay"');
    find(list, '.follow').click();
    await settle(list);
    expect(texts(list)).to.deep.equal(['no direct path yet', 'answer received']);
    expect(find(list, 'h3').textContent.trim()).to.equal('no direct path yet');
    await expect(list).to.be.accessible();
    // Once more changes nothing.
    find(list, '.follow').click();
    find(list, '.following').click();
    await settle(list);
    expect(debug.criteria).to.deep.equal({ level: 'warn', category: 'ice' });
    expect(texts(list)).to.deep.equal(['no direct path yet']);
    find(list, '.follow').click();
    await settle(list);
    find(list, '.around').click();
    await settle(list);
    expect(texts(list)).to.deep.equal(['no direct path yet']);
    expect(debug.criteria).to.include({ level: 'warn', category: 'ice' }).and.not.to.have.property('cause');
  });

  it('offers every category, and says when several are chosen', async () => {
    const { list, debug } = await open();
    const [category] = [...list.shadowRoot!.querySelectorAll('select')];
    expect([...category!.options].map(({ text }) => text)).to.deep.equal(['Everything', ...CATEGORIES]);
    debug.filter({ category: ['ice', 'track'] });
    await settle(list);
    expect(category!.selectedOptions[0]!.text).to.equal('ice, track');
  });

  it('shows a description in sections, with what differs from the one before', async () => {
    const { list, log } = await open();
    log.with({ person: 'p1' }).debug('offer made', { seq: 1, sdp: SDP });
    log.with({ person: 'p1' }).debug('offer made', { seq: 2, sdp: SDP.replace('sendrecv', 'sendonly') });
    await settle(list);
    expect(rows(list)[3]!.textContent).to.contain('1 audio · 0.1 kB').and.not.to.contain('rtpmap');
    rows(list)[4]!.click();
    await settle(list);
    expect([...list.shadowRoot!.querySelectorAll('summary')].map((each) => each.textContent.trim())).to.deep.equal([
      'session',
      'audio · sendonly · opus 2 lines changed',
    ]);
    expect(find(list, '.new').textContent).to.contain('a=sendonly');
    expect(find(list, '.gone').textContent).to.contain('a=sendrecv');
    expect(find(list, 'pre').textContent).to.contain('"seq": 2').and.not.to.contain('m=audio');
  });

  it('listens only while it is in the document', async () => {
    const { list, bus, log } = await open();
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
    const parent = list.parentElement!;
    list.remove();
    log.info('unseen');
    parent.append(list);
    expect(listening).to.equal(1);
    await settle(list);
    expect(texts(list)).to.contain('unseen');
    list.remove();
    expect(listening).to.equal(0);
  });
});
