import { describe, expect, it } from '@jest/globals';
import { peekClaims } from './token-claims.js';

const token = (payload: unknown) => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

describe('a look into a token', () => {
  it('names the seat by room and identity, with any characters', () => {
    const one = peekClaims(token({ sub: 'änn', video: { room: 'räum' } }));
    expect(one.seat).toBe('["räum","änn"]');
  });

  it.each([
    [{ video: {} }, ['microphone', 'camera']],
    [{ video: { canPublish: false } }, []],
    [{ video: { canPublishSources: ['microphone'] } }, ['microphone']],
    [{ video: { canPublishSources: [] } }, ['microphone', 'camera']],
  ])('reads what may be sent from %j', (payload, publish) => {
    expect(peekClaims(token(payload)).publish).toEqual(publish);
  });

  it.each([
    [{ kind: 'meeting' }, ['microphone', 'camera']],
    [{ kind: 'call' }, []],
    [undefined, ['microphone', 'camera']],
  ])('reads what may open before joining from %j', (videoRoom, preview) => {
    expect(peekClaims(token({ video: {}, videoRoom })).preview).toEqual(preview);
    expect(peekClaims(token({ video: { canPublish: false }, videoRoom })).preview).toEqual([]);
  });

  it.each(['', 'x', 'a.b.c', 'a.bnVsbA.c', `a.${Buffer.from('[1]').toString('base64url')}.c`])(
    'takes nonsense (%s) for a token that allows all',
    (nonsense) => {
      expect(peekClaims(nonsense).publish).toEqual(['microphone', 'camera']);
    },
  );
});
