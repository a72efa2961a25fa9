import { describe, expect, it } from '@jest/globals';
import { HEARTBEAT, silenceBefore } from './heartbeat.js';

const NOTICED_WITHIN_MS = 20_000;

describe('the heartbeat', () => {
  it('notices a dead connection in time', () => {
    expect(HEARTBEAT.pingInterval + HEARTBEAT.pingTimeout).toBeLessThan(NOTICED_WITHIN_MS);
  });

  it('counts the silence from the first ping that was not answered', () => {
    expect(silenceBefore('ping timeout')).toBe(HEARTBEAT.pingTimeout);
  });

  it.each(['transport close', 'transport error', 'client namespace disconnect', undefined])(
    'takes a connection that ended by %s for one that was heard until then',
    (reason) => {
      expect(silenceBefore(reason)).toBe(0);
    },
  );
});
