import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A task that ends when told to, and what it has done. */
function task(name: string, done: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    run: async () => {
      done.push(`${name} begins`);
      await ended;
      return name;
    },
    end: () => end(),
  };
}

describe('the turnstile', () => {
  it('lets through at once while there is room, and the others in the order they came', async () => {
    const turnstile = new Turnstile(2);
    const done: string[] = [];
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => task(name, done));
    const passed = [one, two, three, four].map((each) => turnstile.pass(each!.run));
    expect(done).toEqual(['one begins', 'two begins']);
    expect(turnstile.waiting).toBe(2);
    two!.end();
    expect(await passed[1]).toBe('two');
    await nextTurn();
    expect(done).toEqual(['one begins', 'two begins', 'three begins']);
    one!.end();
    three!.end();
    four!.end();
    expect(await Promise.all(passed)).toEqual(['one', 'two', 'three', 'four']);
    await nextTurn();
    expect(turnstile.waiting).toBe(0);
  });

  it('leaves the event loop free between those who need no time at all', async () => {
    const turnstile = new Turnstile(3);
    let turns = 0;
    const perTurn: number[] = [];
    const count = () => void (perTurn[turns] = (perTurn[turns] ?? 0) + 1);
    const all = Promise.all(Array.from({ length: 30 }, () => turnstile.pass(count)));
    for (; perTurn.reduce((sum, n = 0) => sum + n, 0) < 30; turns += 1) await nextTurn();
    await all;
    expect(Math.max(...perTurn.map((n = 0) => n))).toBeLessThanOrEqual(6);
  });

  it('goes on after one who fails', async () => {
    const turnstile = new Turnstile(1);
    const failing = turnstile.pass(() => Promise.reject(new Error('no')));
    const other = turnstile.pass(() => 'in');
    await expect(failing).rejects.toThrow('no');
    expect(await other).toBe('in');
  });
});
