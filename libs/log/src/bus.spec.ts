import { describe, expect, it } from '@jest/globals';
import { LogBus } from './bus.js';

const line = (text: string) => ({ time: 0, level: 'debug', category: 'signal', text }) as const;

describe('the log bus', () => {
  it('keeps the newest entries, numbered', () => {
    const bus = new LogBus(3);
    for (const text of ['a', 'b', 'c', 'd']) bus.write(line(text));
    expect(bus.entries().map(({ id, text }) => [id, text])).toEqual([
      [1, 'b'],
      [2, 'c'],
      [3, 'd'],
    ]);
    bus.clear();
    bus.write(line('e'));
    expect(bus.entries().map(({ id }) => id)).toEqual([4]);
  });

  it('tells those who listen, until they do not', () => {
    const bus = new LogBus();
    const heard: string[] = [];
    const end = bus.listen(({ text }) => heard.push(text));
    bus.write(line('a'));
    end();
    bus.write(line('b'));
    expect(heard).toEqual(['a']);
  });

  it.each([0, -1, 1.5, NaN])('refuses a capacity of %p', (capacity) => {
    expect(() => new LogBus(capacity)).toThrow(RangeError);
  });
});
