import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { IdleTransports, type Transport } from './idle-transports.js';

class FakeTransport extends EventEmitter implements Transport {
  isOpen = true;
  readonly transport = {};

  close(): void {
    this.isOpen = false;
    this.emit('close');
  }
}

describe('transports without a seat', () => {
  const book = () =>
    new IdleTransports({ idleMs: 1000, idlePerAddress: 2, idleInAll: 3 }, (transport) => transport.close(true));

  it('are so many for each address, and one that closes or gets a seat makes room', () => {
    const idle = book();
    const [one, two] = [new FakeTransport(), new FakeTransport()];
    idle.adopt(one, 'a', 0);
    expect(idle.waitMsOf('a', 0)).toBe(0);
    idle.adopt(two, 'a', 100);
    expect(idle.waitMsOf('a', 200)).toBe(800);
    expect(idle.waitMsOf('b', 200)).toBe(0);
    one.close();
    expect(idle.waitMsOf('a', 200)).toBe(0);
    idle.adopt(new FakeTransport(), 'a', 300);
    idle.delete(two);
    expect(idle.waitMsOf('a', 300)).toBe(0);
  });

  it('count again when they lose the seat, but not when they are closed or counted already', () => {
    const idle = book();
    const [one, two] = [new FakeTransport(), new FakeTransport()];
    idle.adopt(one, 'a', 0);
    idle.delete(one);
    idle.adopt(two, 'a', 0);
    idle.add(two, 0);
    expect(idle.size).toBe(1);
    idle.add(one, 0);
    expect(idle.size).toBe(2);
    idle.delete(one);
    one.close();
    idle.add(one, 0);
    expect(idle.size).toBe(1);
  });

  it('in all are so many: the oldest makes room, so that somebody honest gets in', () => {
    const idle = book();
    const transports = ['a', 'b', 'c', 'd'].map((group, at) => {
      const transport = new FakeTransport();
      idle.adopt(transport, group, at);
      return transport;
    });
    expect(transports.map(({ isOpen }) => isOpen)).toEqual([false, true, true, true]);
    expect(idle.waitMsOf('d', 4)).toBe(0);
  });

  it('end when they are overdue', () => {
    const idle = book();
    const [one, two] = [new FakeTransport(), new FakeTransport()];
    idle.adopt(one, 'a', 0);
    idle.adopt(two, 'b', 500);
    idle.endOverdue(1000);
    expect([one.isOpen, two.isOpen, idle.size]).toEqual([false, true, 1]);
  });
});
