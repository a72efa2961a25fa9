import { describe, expect, it } from '@jest/globals';
import { claimSeat, type SeatStorage } from './seat-keeper.js';

function memory(): SeatStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

describe('the seat keeper', () => {
  it('gives the next page what this one kept', () => {
    const storage = memory();
    const first = claimSeat('room ann', storage);
    first.keep('key');
    first.release();
    const second = claimSeat('room ann', storage);
    expect(second.resumeKey).toBe('key');
    second.release();
  });

  it('gives two elements of one page different places', () => {
    const storage = memory();
    const one = claimSeat('room bob', storage);
    const other = claimSeat('room bob', storage);
    one.keep('one');
    expect(other.resumeKey).toBeUndefined();
    other.keep('other');
    one.release();
    other.release();
    const again = [claimSeat('room bob', storage), claimSeat('room bob', storage)];
    expect(again.map((seat) => seat.resumeKey)).toEqual(['one', 'other']);
    for (const seat of again) seat.release();
  });

  it('keeps nothing of a seat that was given up', () => {
    const storage = memory();
    const seat = claimSeat('room cy', storage);
    seat.keep('key');
    seat.forget();
    seat.release();
    const next = claimSeat('room cy', storage);
    expect(next.resumeKey).toBeUndefined();
    next.release();
  });

  it('works in this page when storage refuses', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const seat = claimSeat('room dee', { getItem: refuse, setItem: refuse, removeItem: refuse });
    seat.keep('key');
    expect(seat.resumeKey).toBe('key');
    seat.forget();
    seat.release();
  });
});
