import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEntry } from '@video-room/log';
import { LIMITS } from '@video-room/protocol';
import { person } from '../scripted-server.js';
import { INITIAL_STATE, type SessionState } from '../session-state.js';
import { LineMask, sectionsIn } from './line-mask.js';

const entry = (detail?: LogEntry['detail'], text = 'something'): LogEntry => ({
  id: 1,
  time: 2,
  level: 'debug',
  category: 'ice',
  text,
  ...(detail && { detail }),
});

const stateWith = (...people: [id: string, name: string, identity: string][]): SessionState => ({
  ...INITIAL_STATE,
  participants: new Map(people.map(([id, name, identity]) => [id, person(id, 0, { name, identity })])),
});

const SDP = [
  'v=0',
  'o=- 1 2 IN IP4 203.0.113.9',
  's=canary',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=ice-pwd:canary',
  'a=sendrecv',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=recvonly',
  'm=canary 9 x',
].join('\r\n');

describe('what may leave the page of a line', () => {
  let mask: LineMask;
  const told = (detail?: LogEntry['detail'], text?: string) => mask.lineOf(entry(detail, text));

  beforeEach(() => {
    mask = new LineMask();
    mask.learn(stateWith(['p1', 'Canary Bird', 'canary-identity'], ['p2', 'Canary', 'c2']));
  });

  it('is what it is about', () => {
    const line = mask.lineOf({ ...entry({ state: 'connected' }), person: 'p1', cause: 'l:1' });
    expect(line).toEqual({
      time: 2,
      level: 'debug',
      category: 'ice',
      text: 'something',
      person: 'p1',
      cause: 'l:1',
      detail: { state: 'connected' },
    });
    expect(told()).not.toHaveProperty('detail');
  });

  it('is no address, token, credential or name, however deep', () => {
    const line = told(
      {
        called: 'Canary Bird',
        who: ['canary-identity says', { credential: 'canary', note: 'with canary.' }],
        candidate: 'candidate:1 1 udp 2 203.0.113.9 50000 typ host ufrag canary',
        ipv6: '2001:db8::17',
        mdns: '0b2a5c9e-1111-4222-8333-123456789abc.local',
        token: 'canary',
        reason: 'with eyJhbGciOiJI.eyJzdWIiOiJ.abc',
      },
      'not reached: 203.0.113.9',
    );
    const text = JSON.stringify(line);
    for (const secret of ['anary', '203.0.113', '2001:db8', '.local', 'eyJ']) expect(text).not.toContain(secret);
    expect(line.detail).toMatchObject({ called: 'p1', who: ['p1 says', { credential: '[masked]', note: 'with p2.' }] });
  });

  it('is no free word of people, also of those it has never heard of', () => {
    const words = { name: 'Ben Okoro', identity: 'ben@example.com', metadata: 'his', attributes: { of: 'his' } };
    expect(told({ ...words, connection: 'left' }).detail).toEqual({ connection: 'left' });
    expect(told({ people: [{ ...words, id: 'p3' }] }).detail).toEqual({ people: [{ id: 'p3' }] });
  });

  it('remembers how somebody was called who is gone, or is called otherwise by now', () => {
    mask.learn(stateWith(['p1', 'New Name', 'canary-identity']));
    expect(told({ a: 'Canary Bird', b: 'Canary', c: 'New Name' }).detail).toEqual({ a: 'p1', b: 'p2', c: 'p1' });
  });

  it('is no name of a signal that a server would not take, which the other end may have made up', () => {
    const caused = (cause: string) => mask.lineOf({ ...entry(), cause }).cause;
    expect(caused(`l:${Number.MAX_SAFE_INTEGER}`)).toBe(`l:${Number.MAX_SAFE_INTEGER}`);
    for (const cause of ['l:12345678901234567', 'l:1.5', 'l', `${'l'.repeat(65)}:1`, 'a b:1'])
      expect(caused(cause)).toBeUndefined();
  });

  it('is of a session description only what its sections are', () => {
    expect(told({ sdp: SDP, seq: 1 }).detail).toEqual({
      seq: 1,
      sections: ['audio sendrecv', 'video recvonly', 'other'],
      bytes: SDP.length,
    });
    expect(sectionsIn('m=audio\r\na=inactive\r\n'.repeat(500))).toHaveLength(20);
    expect(sectionsIn('canary')).toEqual([]);
  });

  it('is never more than the server takes', () => {
    expect(told({ long: 'x'.repeat(LIMITS.lineDetailBytes) }).detail).toEqual({ bytes: expect.any(Number) });
    expect(told(undefined, 'x'.repeat(1_000)).text).toHaveLength(LIMITS.lineTextLength);
  });
});
