import { expect } from '@open-wc/testing';
import { EnginePair, painted, TIMEOUT_MS, until } from './engine-pair.js';

describe('what the mesh writes down', () => {
  let pair: EnginePair;

  beforeEach(() => {
    pair = new EnginePair();
  });

  afterEach(() => pair.close());

  const lines = (category: string) =>
    pair.bus.entries().flatMap(({ category: its, text }) => (its === category ? text : []));
  const connected = () =>
    until(() => ['low', 'high'].every((name) => pair.phases.get(name) === 'connected'), 'both are connected');

  it('names the message that led to a line, and whose it is', async () => {
    pair.open();
    await connected();
    await until(() => pair.logged('candidate added') > 0, 'a candidate is added');
    const ledBy = (own: boolean) =>
      pair.bus.entries().flatMap((entry) => (entry.cause === 'link:1' && !!entry.own === own ? entry.text : []));
    expect(ledBy(true)).to.deep.equal(['offer made']);
    expect(ledBy(false)).to.include.members(['answer made', 'stable']);
    const added = pair.bus.entries().find(({ text }) => text === 'candidate added');
    expect(added?.cause).to.match(/^link:\d+$/);
  }).timeout(TIMEOUT_MS * 2);

  it('decisions, timers, tracks and paths', async () => {
    const track = painted('teal');
    pair.low.setTrack('camera', track);
    pair.open();
    await connected();
    expect(lines('decision')).to.deep.equal(['who offers first', 'who offers first']);
    const who = pair.bus.entries().filter(({ text }) => text === 'who offers first');
    expect(new Set(who.map(({ detail }) => detail?.['you']))).to.deep.equal(new Set([true, false]));
    await until(() => pair.logged('path chosen') >= 2, 'both say which path they use');
    await until(() => pair.logged('track unmute') > 0, 'the picture comes');
    expect(lines('track')).to.include.members(['track sent', 'track arrived']);
    const timers = pair.bus.entries().filter(({ text }) => text === 'timer set');
    expect(new Set(timers.map(({ detail }) => detail?.['for']))).to.deep.equal(new Set(['repair', 'failure']));
    track.stop();
  }).timeout(TIMEOUT_MS * 2);
});
