import { expect } from '@open-wc/testing';
import { LogBus, Logger, type Level } from '@video-room/log';
import type { ReactiveController } from 'lit';
import type { LogEntriesEvent } from '../events/log-entries.js';
import { waitUntil } from '../wait-until.js';
import { FakeSession, fakePerson } from './fake-session.js';
import { LogTelling, MOST_TOLD } from './log-telling.js';
import { RoomDebug } from './room-debug.js';

class Host extends EventTarget {
  readonly bus = new LogBus();
  readonly debug = new RoomDebug(this.bus, () => undefined);
  readonly log = new Logger(this.bus, { category: 'ice' });
  readonly updateComplete = Promise.resolve(true);
  readonly told: LogEntriesEvent[] = [];
  readonly controllers: ReactiveController[] = [];

  constructor() {
    super();
    this.addEventListener('log-entries', (event) => this.told.push(event as LogEntriesEvent));
  }

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
    controller.hostConnected?.();
  }

  removeController(): void {}
  requestUpdate(): void {}

  get texts(): string[] {
    return this.told.flatMap(({ entries }) => entries.map(({ text }) => text));
  }
}

const made: Host[] = [];

function make() {
  const host = new Host();
  made.push(host);
  const session = new FakeSession();
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  host.debug.learn(session.state);
  return { host, telling: new LogTelling(host) };
}

describe('LogTelling', () => {
  afterEach(() => {
    for (const { controllers } of made.splice(0)) for (const each of controllers) each.hostDisconnected?.();
  });

  it('tells what was recorded before and what comes, from a level on, together', async () => {
    const { host, telling } = make();
    host.log.warn('before');
    host.log.info('too little');
    telling.from('warn');
    expect(host.told).to.have.length(0);
    host.log.error('after');
    host.log.debug('too little');
    await waitUntil(() => host.told.length > 0);
    expect(host.told).to.have.length(1);
    expect(host.texts).to.deep.equal(['before', 'after']);
    expect(host.told[0]!.dropped).to.equal(0);
  });

  it('masks names, addresses and secrets', async () => {
    const { host, telling } = make();
    telling.from('debug');
    host.log.with({ person: 'p1' }).info('candidate', {
      said: 'Ben at 192.168.7.12',
      identity: 'p1@example.org',
      token: 'hush',
    });
    await waitUntil(() => host.told.length > 0);
    const [entry] = host.told[0]!.entries;
    expect(entry!.person).to.equal('p1');
    expect(entry!.detail).to.deep.equal({ said: 'person 2 at [address]', identity: 'person 2', token: '[masked]' });
    expect(host.bus.entries().at(-1)!.detail).to.have.property('token', 'hush');
  });

  it('tells nothing twice and, once it is not wanted any more, nothing', async () => {
    const { host, telling } = make();
    telling.from('info');
    host.log.info('one');
    telling.from('');
    expect(host.texts).to.deep.equal(['one']);
    host.log.info('two');
    telling.from('debug');
    await waitUntil(() => host.told.length === 2);
    expect(host.texts).to.deep.equal(['one', 'two']);
  });

  it('drops the oldest of too many, and says how many', async () => {
    const { host, telling } = make();
    telling.from('debug');
    for (let index = 0; index < MOST_TOLD + 3; index += 1) host.log.debug(`line ${index}`);
    await waitUntil(() => host.told.length > 0);
    expect(host.told[0]!.entries).to.have.length(MOST_TOLD);
    expect(host.texts[0]).to.equal('line 3');
    expect(host.told[0]!.dropped).to.equal(3);
  });

  it('tells at once what is there when the page is hidden', () => {
    const { host, telling } = make();
    telling.from('info');
    host.log.info('one');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
    } finally {
      delete (document as { visibilityState?: unknown }).visibilityState;
    }
    expect(host.texts).to.deep.equal(['one']);
  });

  it('says in the log that a level does not exist', () => {
    const { host, telling } = make();
    telling.from('loud' as Level);
    expect(host.bus.entries().map(({ text, level }) => [text, level])).to.deep.equal([['no such level', 'error']]);
  });
});
