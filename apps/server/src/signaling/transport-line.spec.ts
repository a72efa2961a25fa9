import { describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { transportLine } from './transport-line.js';

class FakeSocket extends EventEmitter {
  destroyed = false;

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

describe('the line of transports that open', () => {
  it('goes on, and so does the process, after one that cannot be opened', async () => {
    const allow = transportLine();
    const socket = new FakeSocket();
    const closed = once(socket, 'close');
    allow({ socket } as unknown as IncomingMessage, () => {
      throw new Error('no such transport');
    });
    await closed;
    const next = new FakeSocket();
    await new Promise<void>((resolve) => allow({ socket: next } as unknown as IncomingMessage, () => resolve()));
    expect(next.destroyed).toBe(false);
  });
});
