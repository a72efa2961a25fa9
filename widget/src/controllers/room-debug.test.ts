import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { FakeSession, fakePerson } from './fake-session.js';
import { fakeReport } from '../core/stats/fake-report.js';
import { waitUntil } from '../wait-until.js';
import { RoomDebug } from './room-debug.js';

function make() {
  const bus = new LogBus();
  const asked: boolean[] = [];
  const session = new FakeSession();
  const debug = new RoomDebug(bus, (open) => asked.push(open), { history: () => session.history });
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
    debug.changes.on('changed', () => (told += 1));
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

  it('exports what matches with secrets, addresses and names masked, unless it is asked not to', async () => {
    const { debug, log, session } = make();
    session.history.take(new Map([['p1', fakeReport({ seconds: 2 })]]));
    log.with({ person: 'p1', category: 'ice' }).info('candidate', {
      address: '192.168.7.12',
      credential: 'hush',
      token: 'eyJhbGciOi.eyJzdWIi.abc',
      said: 'Ben and Benjamin',
      sdp: 'v=0\r\na=ice-pwd:verysecret\r\n',
    });
    const text = await debug.export();
    expect((JSON.parse(text) as { entries: unknown[] }).entries).to.have.length(1);
    for (const secret of ['192.168', 'hush', 'verysecret', 'eyJ', '"Ben"', 'Ben and', 'p1@example'])
      expect(text).not.to.contain(secret);
    expect(text).to.contain('person 2 and Benjamin');
    const open = await debug.export({ names: true, secrets: true });
    for (const known of ['192.168.7.12', 'Ben and', 'p1@example']) expect(open).to.contain(known);
  });

  it('masks what somebody was called before, the room, and what was looked for', async () => {
    const { debug, log, session } = make();
    log.info('participant', { name: 'Ben' });
    session.act({ type: 'participant', participant: fakePerson('p1', 'Benedict') });
    debug.learn(session.state);
    const room = session.state.room!.name;
    log.info('ready', { room, said: 'BEN is now Benedict' });
    debug.filter({ text: 'e' });
    const file = JSON.parse(await debug.export()) as { entries: { detail: unknown }[]; filter: unknown };
    expect(file.entries.at(-1)!.detail).to.deep.equal({ room: 'room', said: 'person 2 is now person 2' });
    expect(file.filter).to.deep.equal({ text: '[masked]' });
  });

  it('masks whole names that hold what looks like an address, and no word of its own', async () => {
    const { debug, log, session } = make();
    session.act({ type: 'participant', participant: fakePerson('p2', 'guest-10.0.0.5-dov') });
    session.act({ type: 'participant', participant: fakePerson('p3', 'offer') });
    session.act({ type: 'participant', participant: fakePerson('p4', 'a') });
    debug.learn(session.state);
    const sdp = 'v=0\r\na=mid:0\r\n';
    log.with({ person: 'p1' }).info('offer made', { sdp, said: 'guest-10.0.0.5-dov has an offer' });
    const file = JSON.parse(await debug.export()) as { entries: { text: string; detail: unknown }[] };
    const { text, detail } = file.entries.at(-1)!;
    expect(text).to.equal('offer made');
    expect(detail).to.deep.equal({ sdp, said: 'person 3 has an person 4' });
  });

  it('says where candidates were sought, without addresses and credentials', async () => {
    const { debug, session } = make();
    const iceServers = [{ urls: ['turn:192.0.2.7:3478'], username: '1:p0', credential: 'hush' }];
    debug.learn({ ...session.state, iceServers });
    const masked = JSON.parse(await debug.export()) as { configuration: { iceServers: unknown } };
    expect(masked.configuration.iceServers).to.deep.equal([{ urls: ['turn:[address]:3478'] }]);
    expect(await debug.export({ secrets: true })).to.contain('hush');
  });

  it('has what the links did, also as files of chrome://webrtc-internals have it', async () => {
    const { debug, session, log } = make();
    for (const seconds of [2, 4]) session.history.take(new Map([['p1', fakeReport({ seconds })]]));
    log.with({ person: 'p1' }).debug('ICE state', { state: 'checking' });
    const file = JSON.parse(await debug.export()) as {
      links: Record<string, unknown[]>;
      webrtc: {
        PeerConnections: Record<
          string,
          { stats: Record<string, unknown>; updateLog: { type: string; value: string }[] }
        >;
      };
    };
    expect(file.links['p1']).to.have.length(2);
    const [connection] = Object.values(file.webrtc.PeerConnections);
    expect(connection!.stats).to.have.property('P-bytesReceived');
    expect(connection!.updateLog.map(({ type, value }) => [type, value])).to.deep.equal([
      ['oniceconnectionstatechange', '"checking"'],
    ]);
  });

  it('tells each record, takes marks, and prints from a level on', async () => {
    const { debug, log } = make();
    const heard: string[] = [];
    const end = debug.on(({ text }) => heard.push(text));
    debug.mark('now I pull the plug');
    end();
    log.info('later');
    expect(heard).to.deep.equal(['mark']);
    expect(debug.entries()[0]!.detail).to.deep.equal({ words: 'now I pull the plug' });
    const printed: unknown[] = [];
    // eslint-disable-next-line no-console -- put back as they were
    const original = { warn: console.warn, info: console.info };
    const note = (...parts: unknown[]) => printed.push(parts[0]);
    Object.assign(console, { warn: note, info: note });
    try {
      debug.print('warn');
      log.info('unseen');
      log.with({ person: 'p1' }).warn('no path yet');
      debug.print();
      log.warn('unseen');
      await waitUntil(() => printed.length > 0);
    } finally {
      Object.assign(console, original);
    }
    expect(printed).to.deep.equal(['video-room ice Ben: no path yet']);
    expect(() => debug.print('loud' as 'warn')).to.throw(RangeError);
  });

  it('clears', () => {
    const { debug, log } = make();
    log.info('one');
    debug.clear();
    expect(debug.entries()).to.have.length(0);
  });
});
