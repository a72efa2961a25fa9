import { beforeEach, describe, expect, it } from '@jest/globals';
import { watchPath } from './path-watch.js';

/** As much of a connection as a path shows in. */
class Connection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  iceTransport: EventTarget | undefined = new EventTarget();

  getSenders() {
    return [{ transport: this.iceTransport && { iceTransport: this.iceTransport } }];
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  change(): void {
    this.iceTransport?.dispatchEvent(new Event('selectedcandidatepairchange'));
  }
}

describe('the path of a connection', () => {
  let pc: Connection;
  let changes: number;
  beforeEach(() => {
    pc = new Connection();
    changes = 0;
    watchPath(pc as unknown as RTCPeerConnection, () => (changes += 1));
  });

  it('is another whenever the connection is made', () => {
    pc.become('connecting');
    expect(changes).toBe(0);
    pc.become('connected');
    pc.become('disconnected');
    pc.become('connected');
    expect(changes).toBe(2);
  });

  it('is another when the browser takes one that is better, told once however often the connection was made', () => {
    pc.become('connected');
    pc.become('connected');
    pc.change();
    expect(changes).toBe(3);
  });

  it('is followed over another transport, too', () => {
    pc.become('connected');
    pc.iceTransport = new EventTarget();
    pc.become('connected');
    pc.change();
    expect(changes).toBe(3);
  });

  it('is told as well as it can be where the browser shows no transport', () => {
    pc.iceTransport = undefined;
    pc.become('connected');
    expect(changes).toBe(1);
  });
});
