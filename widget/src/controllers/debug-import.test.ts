import { expect } from '@open-wc/testing';
import { LogBus, Logger } from '@video-room/log';
import { fakeReport } from '../core/stats/fake-report.js';
import { FileFault, readDebugFile } from './debug-import.js';
import { FakeSession, fakePerson } from './fake-session.js';
import { RoomDebug } from './room-debug.js';

type Content = Record<string, unknown> & { entries: Record<string, unknown>[]; links: Record<string, object[]> };

async function exported(): Promise<Content> {
  const session = new FakeSession();
  const bus = new LogBus();
  const live = new RoomDebug(bus, () => undefined, { history: () => session.history });
  session.enter([fakePerson('p0', 'Ann'), fakePerson('p1', 'Ben'), fakePerson('p2', 'debug')]);
  session.act({ type: 'link', peer: 'p1', phase: 'connected' });
  session.act({ type: 'quality', quality: new Map([['p1', 'poor']]) });
  live.learn(session.state);
  for (const seconds of [2, 4]) session.history.take(new Map([['p1', fakeReport({ seconds })]]));
  const log = new Logger(bus, { category: 'signal' });
  log.info('ready', { people: 3 });
  log.with({ person: 'p1', cause: 'l:1', own: true }).debug('offer sent', { sdp: 'v=0' });
  return JSON.parse(await live.export()) as Content;
}

const read = (content: unknown) => readDebugFile(JSON.stringify(content));

function faultOf(content: string): [string, string] | undefined {
  try {
    readDebugFile(content);
    return undefined;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return [error.code, error.at];
  }
}

describe('a file of the log', () => {
  it('is read as it was written: entries, people, links, the room', async () => {
    const content = await exported();
    const debug = read(content);
    expect(debug.entries().map(({ text, level, cause, own }) => ({ text, level, cause, own }))).to.deep.equal([
      { text: 'ready', level: 'info', cause: undefined, own: undefined },
      { text: 'offer sent', level: 'debug', cause: 'l:1', own: true },
    ]);
    expect(debug.entries()[1]!.detail).to.deep.equal({ sdp: 'v=0' });
    expect(debug.people.map(({ id, name, own }) => [id, name, own])).to.deep.equal([
      ['p0', 'person 1', true],
      ['p1', 'person 2', false],
      ['p2', 'person 3', false],
    ]);
    expect(debug.links.get('p1')).to.have.length(2);
    expect(debug.state.links.get('p1')).to.equal('connected');
    expect(debug.state.quality.get('p1')).to.equal('poor');
    expect(debug.state.room?.kind).to.equal('meeting');
    expect(debug.now()).to.equal(Date.parse(content['exportedAt'] as string));
    expect(debug.filter({ person: 'person 2' })).to.have.length(1);
  });

  it('that is none is refused with a reason', async () => {
    const content = await exported();
    expect(faultOf('{')).to.deep.equal(['not-json', '']);
    for (const other of ['null', '7', '"text"', '[]', '{}', '{"PeerConnections":{}}']) {
      expect(faultOf(other), other).to.deep.equal(['not-a-log', '']);
    }
    expect(faultOf(JSON.stringify({ ...content, version: 1 }))).to.deep.equal(['other-version', '']);
  });

  const damages: [what: string, at: string, damage: (content: Content) => unknown][] = [
    ['a time that is none', 'file.entries[0].time', ({ entries }) => (entries[0]!['time'] = '<img onerror=alert(1)>')],
    ['an unknown level', 'file.entries[0].level', ({ entries }) => (entries[0]!['level'] = 'loud" onclick="alert(1)')],
    ['an unknown category', 'file.entries[1].category', ({ entries }) => (entries[1]!['category'] = '__proto__')],
    ['a text that is an object', 'file.entries[0].text', ({ entries }) => (entries[0]!['text'] = { strings: ['<b>'] })],
    ['a text without end', 'file.entries[0].text', ({ entries }) => (entries[0]!['text'] = 'x'.repeat(2_000))],
    ['particulars that are a list', 'file.entries[0].detail', ({ entries }) => (entries[0]!['detail'] = [1])],
    ['too much nesting', 'file.entries[0].detail', ({ entries }) => (entries[0]!['detail'] = nested(2_000))],
    [
      'a sample that is none',
      'file.links.p1[1].lossIn',
      ({ links }) => Object.assign(links['p1']![1]!, { lossIn: '0' }),
    ],
    [
      'a flow that is missing',
      'file.links.p1[0].videoIn',
      ({ links }) => Object.assign(links['p1']![0]!, { videoIn: 1 }),
    ],
    ['too many entries', 'file.entries', (content) => (content.entries = new Array<never>(10_001).fill({} as never))],
    ['people who are no list', 'file.people', (content) => (content['people'] = { length: 1 })],
    ['no room', 'file.room', (content) => delete content['room']],
    ['a date that is none', 'exportedAt', (content) => (content['exportedAt'] = 'yesterday')],
  ];
  for (const [what, at, damage] of damages) {
    it(`with ${what} is refused, saying where`, async () => {
      const content = await exported();
      damage(content);
      expect(faultOf(JSON.stringify(content))).to.deep.equal(['damaged', at]);
    });
  }

  it('cannot reach what all objects share, and brings nothing that was not asked for', async () => {
    const content = await exported();
    const text = JSON.stringify(content)
      .replace('"detail":{"people":3}', '"detail":{"__proto__":{"polluted":true},"constructor":"x"},"html":"<b>"')
      .replace('"people":[', '"__proto__":{"polluted":true},"people":[');
    const debug = readDebugFile(text);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    expect(debug.entries()[0]).not.to.have.property('html');
  });
});

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}
