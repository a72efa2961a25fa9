import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('run tasks of one name in order, those of another beside them, and go on after a failure', async () => {
    const turns = new Turns();
    const done: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = turns.take('a', () => gate.then(() => done.push('a1')));
    const failing = turns.take('a', () => {
      done.push('a2');
      return Promise.reject(new Error('no'));
    });
    const third = turns.take('a', () => Promise.resolve(done.push('a3')));
    await turns.take('b', () => Promise.resolve(done.push('b1')));
    expect(done).toEqual(['b1']);
    expect(turns.isTaken('a')).toBe(true);
    open();
    await expect(failing).rejects.toThrow('no');
    await Promise.all([first, third]);
    expect(done).toEqual(['b1', 'a1', 'a2', 'a3']);
    expect(turns.isTaken('a')).toBe(false);
  });
});
