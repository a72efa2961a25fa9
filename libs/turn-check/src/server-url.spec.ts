import { describe, expect, it } from '@jest/globals';
import { parseServerUrl } from './server-url.js';

describe('STUN and TURN URLs', () => {
  it.each([
    ['stun:a.example', 'a.example', 3478, 'udp'],
    ['stuns:a.example', 'a.example', 5349, 'tls'],
    ['turn:a.example:80?transport=tcp', 'a.example', 80, 'tcp'],
    ['turn:192.0.2.1?transport=udp', '192.0.2.1', 3478, 'udp'],
    ['turns:a.example:443?transport=tcp', 'a.example', 443, 'tls'],
    ['turns:a.example?transport=udp', 'a.example', 5349, 'dtls'],
    ['TURN:[2001:db8::1]:99', '2001:db8::1', 99, 'udp'],
  ])('%s', (text, host, port, transport) => {
    expect(parseServerUrl(text)).toEqual({ host, port, transport });
  });

  it.each(['', 'turn:', 'http://a', 'turn:a:0', 'turn:a:65536', 'turn:u:p@a', 'turn:a?transport=sctp', 'turn:::1'])(
    'refuses %j',
    (text) => expect(() => parseServerUrl(text)).toThrow(TypeError),
  );
});
