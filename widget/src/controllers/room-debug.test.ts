import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from './fake-session.js';
import { RoomDebug } from './room-debug.js';

function make() {
  const bus = new LogBus();
  const asked: boolean[] = [];
  const debug = new RoomDebug(bus, (open) => asked.push(open));
  const session = new FakeSession();
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben')]);
  debug.learn(session.state);
  return { bus, asked, debug, session, log: new Logger(bus, { category: 'ice' }) };
}

describe('RoomDebug', () => {
  it('opens and closes the overlay', () => {
    const { debug, asked } = make();
    debug.start();
    debug.stop();
    expect(asked).to.deep.equal([true, false]);
  });

  it('filters what it returns and says so', () => {
    const { debug, log } = make();
    let told = 0;
    debug.on('changed', () => (told += 1));
    log.with({ person: 'p1' }).info('one');
    log.info('two');
    expect(debug.filter({ person: 'ben' }).map(({ text }) => text)).to.deep.equal(['one']);
    expect(debug.entries()).to.have.length(1);
    expect(debug.criteria).to.deep.equal({ person: 'ben' });
    expect(told).to.equal(1);
    expect(debug.filter()).to.have.length(2);
  });

  it('still knows people after they left, and finds newcomers a filter already named', () => {
    const { debug, log, session } = make();
    debug.filter({ person: 'Chi' });
    session.act({ type: 'participant', participant: fakePerson('p2', 'Chi') });
    debug.learn(session.state);
    session.act({ type: 'participant', participant: fakePerson('p2', 'Chi', { connection: 'left' }) });
    debug.learn(session.state);
    log.with({ person: 'p2' }).info('gone');
    expect(debug.entries()).to.have.length(1);
  });

  it('exports what matches with secrets and addresses masked', () => {
    const { debug, log } = make();
    log.info('candidate', { address: '192.168.7.12', credential: 'hush', token: 'eyJhbGciOi.eyJzdWIi.abc' });
    const text = debug.export();
    expect((JSON.parse(text) as { entries: unknown[] }).entries).to.have.length(1);
    for (const secret of ['192.168', 'hush', 'eyJ']) expect(text).not.to.contain(secret);
  });

  it('clears', () => {
    const { debug, log } = make();
    log.info('one');
    debug.clear();
    expect(debug.entries()).to.have.length(0);
  });
});
