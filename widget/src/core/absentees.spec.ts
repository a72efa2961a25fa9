import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { LinkRecord, ParticipantRecord, ReadyMessage } from '@video-room/protocol';
import { Absentees } from './absentees.js';

const person = (id: string, joinedAt: number) => ({ id, joinedAt, connection: 'online' }) as ParticipantRecord;
const link = (peer: string) => ({ id: `link ${peer}`, peer, polite: true, state: 'open' }) as LinkRecord;
const ready = (participants: ParticipantRecord[], links: LinkRecord[] = []) =>
  ({ participants, links }) as ReadyMessage;

describe('people a restarted server does not know yet', () => {
  const gone: string[] = [];
  const connected = new Set<string>();
  let absentees: Absentees;
  const [ann, ben, chi] = [person('ann', 1), person('ben', 2), person('chi', 3)];
  const before = { participants: [ann, ben, chi], links: [link('ann'), link('chi')] };

  beforeEach(() => {
    jest.useFakeTimers();
    gone.length = 0;
    connected.clear();
    absentees = new Absentees({
      onGone: (id) => gone.push(id),
      isConnected: (id) => connected.has(id),
      log: new Logger(new LogBus(), { category: 'session' }),
    });
  });

  afterEach(() => {
    absentees.close();
    jest.useRealTimers();
  });

  const ids = ({ participants }: { participants: readonly ParticipantRecord[] }) => participants.map(({ id }) => id);

  it('stay in their place, as away, with their links', () => {
    const known = absentees.receive(ready([ben]), before, true);
    expect(ids(known)).toEqual(['ann', 'ben', 'chi']);
    expect(known.participants.map(({ connection }) => connection)).toEqual(['away', 'online', 'away']);
    expect(known.links.map(({ peer }) => peer)).toEqual(['ann', 'chi']);
  });

  it('are given up when their time is over, except who came back', () => {
    absentees.receive(ready([ben]), before, true);
    absentees.arrived('chi');
    jest.advanceTimersByTime(60_000);
    expect(gone).toEqual(['ann']);
  });

  it('are not given up while their pictures run, however late they are, and not kept once those end', () => {
    connected.add('ann');
    absentees.receive(ready([ben]), before, true);
    jest.advanceTimersByTime(44_000);
    expect(gone).toEqual([]);
    jest.advanceTimersByTime(120_000);
    expect(gone).toEqual(['chi']);
    connected.clear();
    jest.advanceTimersByTime(5_000);
    expect(gone).toEqual(['chi', 'ann']);
  });

  it('are still waited for when the connection is lost once more', () => {
    const known = absentees.receive(ready([ben]), before, true);
    const again = absentees.receive(ready([ben, chi], [link('chi')]), known, false);
    expect(ids(again)).toEqual(['ann', 'ben', 'chi']);
    expect(again.links.map(({ peer }) => peer)).toEqual(['chi', 'ann']);
    jest.advanceTimersByTime(60_000);
    expect(gone).toEqual(['ann']);
  });

  it('are nobody when the server kept its memory', () => {
    expect(ids(absentees.receive(ready([ben]), before, false))).toEqual(['ben']);
  });
});
