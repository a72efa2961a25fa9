import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { iceServersFor } from './ice-servers.js';

describe('ICE servers', () => {
  it('are none by default', () => {
    expect(iceServersFor('p', { stunUrls: [], turnUrls: [], turnTtlSeconds: 60 })).toEqual([]);
  });

  it('carry TURN credentials that coturn can check', () => {
    const settings = {
      stunUrls: ['stun:s.example:3478'],
      turnUrls: ['turn:t.example:3478?transport=udp', 'turns:t.example:5349'],
      turnSecret: 'shared',
      turnTtlSeconds: 600,
    };
    const [stun, turn] = iceServersFor('p1', settings, () => 1_700_000_000_500);
    expect(stun).toEqual({ urls: ['stun:s.example:3478'] });
    expect(turn).toEqual({
      urls: settings.turnUrls,
      username: '1700000600:p1',
      credential: createHmac('sha1', 'shared').update('1700000600:p1').digest('base64'),
    });
  });
});
