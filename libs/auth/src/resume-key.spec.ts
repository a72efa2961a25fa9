import { describe, expect, it } from '@jest/globals';
import { ApiKeys } from './api-keys.js';
import { issueToken } from './issue-token.js';
import { issueResumeKey, readResumeKey } from './resume-key.js';

const keys = new ApiKeys([
  { id: 'site', secret: 'a-secret-of-more-than-32-characters' },
  { id: 'other', secret: 'b-secret-of-more-than-32-characters' },
]);
const seat = { room: 'r', identity: 'ada', participant: '01m7x2ffg30tpyaa68bav9w8mf', joinedAt: 5 };
const holder = { keyId: 'site', room: 'r', identity: 'ada' };

describe('resume keys', () => {
  it('give back the seat, also to a server that knows nothing of it', async () => {
    const key = await issueResumeKey(keys, 'site', seat);
    const afterRestart = new ApiKeys([{ id: 'site', secret: 'a-secret-of-more-than-32-characters' }]);
    expect(await readResumeKey(afterRestart, key, holder)).toEqual(seat);
  });

  it.each([
    ['another room', { ...holder, room: 's' }],
    ['another person', { ...holder, identity: 'eve' }],
    ['another API key', { ...holder, keyId: 'other' }],
    ['an unknown API key', { ...holder, keyId: 'none' }],
  ])('are nothing for %s', async (_, other) => {
    expect(await readResumeKey(keys, await issueResumeKey(keys, 'site', seat), other)).toBeUndefined();
  });

  it('are nothing when changed, expired, or really a room token', async () => {
    const key = await issueResumeKey(keys, 'site', seat, () => Date.now() - 25 * 3600 * 1000);
    expect(await readResumeKey(keys, key, holder)).toBeUndefined();
    expect(await readResumeKey(keys, 'x.y.z', holder)).toBeUndefined();
    const signing = await keys.signing('site');
    if (!signing) throw new Error('no key');
    const { token } = await issueToken(signing, { room: 'r', identity: 'ada', ttlSeconds: 60 });
    expect(await readResumeKey(keys, token, holder)).toBeUndefined();
  });
});
