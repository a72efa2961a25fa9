import { describe, expect, it } from '@jest/globals';
import { isPublicHost } from './public-host.js';
import { turnFinding } from './relay-checks.js';

describe('the address a relay gives out', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', 'turn-ok'],
    ['203.0.113.7', '10.0.0.7', 'turn-private-address'],
    ['2001:db8::7', 'fd00:0:0:0:0:0:0:7', 'turn-private-address'],
    ['10.0.0.7', '10.0.0.7', 'turn-ok'],
    ['10.0.0.7', '203.0.113.7', 'turn-ok'],
  ])('of a server at %s, being %s: %s', (serverAddress, relayedAddress, code) => {
    const outcome = { code: 'turn-ok', serverAddress, relayedAddress, durationMs: 1 } as const;
    expect(turnFinding('turn:t', outcome).code).toBe(code);
  });

  it('does not matter where nothing is relayed', () => {
    const [serverAddress, relayedAddress] = ['203.0.113.7', '10.0.0.7'];
    const outcome = { code: 'turn-no-relay', serverAddress, relayedAddress, durationMs: 1 } as const;
    expect(turnFinding('turn:t', outcome).code).toBe('turn-no-relay');
  });
});

describe('a public host', () => {
  it.each(['meet.example', '203.0.113.7', '172.32.0.1', '[2001:db8::1]'])('is %s', (host) => {
    expect(isPublicHost(host)).toBe(true);
  });

  it.each([
    'localhost',
    'a.localhost',
    'intranet',
    'box.local',
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '[::1]',
    'fe80::1',
  ])('is not %s', (host) => expect(isPublicHost(host)).toBe(false));
});
