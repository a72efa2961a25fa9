import { expect } from '@open-wc/testing';
import type { LogEntry } from '@video-room/log';
import { matcherFor, type LogFilter } from './log-filter.js';

const PEOPLE = [
  { id: 'p0', identity: 'ann@example.org', name: 'Ann', own: true },
  { id: 'p1', identity: 'ben@example.org', name: 'Ben Okoro', own: false },
];
const ENTRIES: LogEntry[] = [
  { id: 0, time: 0, level: 'info', category: 'signal', text: 'ready' },
  { id: 1, time: 1, level: 'debug', category: 'ice', person: 'p1', text: 'candidate', detail: { protocol: 'UDP' } },
  { id: 2, time: 2, level: 'warn', category: 'ice', person: 'p2', text: 'no path', cause: 'a41f:2', own: true },
  { id: 3, time: 3, level: 'error', category: 'device', person: 'p0', text: 'device failed' },
];

const found = (filter: LogFilter) => ENTRIES.filter(matcherFor(filter, PEOPLE)).map(({ id }) => id);

describe('matcherFor', () => {
  const cases: [what: string, filter: LogFilter, ids: number[]][] = [
    ['nothing', {}, [0, 1, 2, 3]],
    ['a name in any case', { person: 'ben okoro' }, [1]],
    ['an identity', { person: 'ben@example.org' }, [1]],
    ['an id, known or not', { person: 'p2' }, [2]],
    ['oneself, with and without id', { person: 'you' }, [0, 3]],
    ['one’s own name', { person: 'Ann' }, [0, 3]],
    ['a category', { category: 'ice' }, [1, 2]],
    ['several categories', { category: ['ice', 'device'] }, [1, 2, 3]],
    ['a least level', { level: 'warn' }, [2, 3]],
    ['text in details', { text: 'udp' }, [1]],
    ['text in the cause', { text: 'A41F' }, [2]],
    ['a time', { since: 1, until: 2 }, [1, 2]],
    ['a time on', { since: 2 }, [2, 3]],
    ['a message', { cause: 'a41f:2' }, [2]],
    ['no message whose name begins alike', { cause: 'a41f' }, []],
    ['a message of the other end', { cause: 'a41f:2', own: false }, []],
    ['a message of one’s own', { cause: 'a41f:2', own: true }, [2]],
    ['all together', { category: 'ice', level: 'warn', text: 'path', person: 'p2' }, [2]],
  ];
  for (const [what, filter, ids] of cases) it(`filters by ${what}`, () => expect(found(filter)).to.deep.equal(ids));

  it('refuses what does not exist', () => {
    expect(() => found({ category: 'video' as 'ice' })).to.throw(RangeError, 'category');
    expect(() => found({ level: 'loud' as 'warn' })).to.throw(RangeError, 'level');
  });
});
