import { describe, expect, it } from '@jest/globals';
import { LIMITS, type CallRecord } from '@video-room/protocol';
import { ApiKeys } from './api-keys.js';
import { issueToken } from './issue-token.js';
import { issueResumeKey, readResumeKey } from './resume-key.js';

const keys = new ApiKeys([
  { id: 'site', secret: 'a-secret-of-more-than-32-characters' },
  { id: 'other', secret: 'b-secret-of-more-than-32-characters' },
]);
const seat = { room: 'r', identity: 'ada', participant: '01m7x2ffg30tpyaa68bav9w8mf', joinedAt: 5 };
const EXPIRY = Date.now() + 3_600_000;
const holder = { keyId: 'site', room: 'r', identity: 'ada' };

const call = (id: string, more: Partial<CallRecord> = {}): CallRecord => ({
  id,
  kind: 'ring',
  state: 'accepted',
  caller: { identity: 'ada', name: 'Ada', participant: seat.participant },
  callee: { identity: 'ben', name: 'Ben', participant: '01m7x2ffg30tpyaa68bav9w8mg' },
  talk: 't',
  video: true,
  createdAt: 1,
  answeredAt: 2,
  ...more,
});
const ids = (calls: CallRecord[] | undefined) => calls?.map(({ id }) => id);

describe('resume keys', () => {
  it('give back the seat, also to a server that knows nothing of it', async () => {
    const key = await issueResumeKey(keys, 'site', seat, EXPIRY);
    const afterRestart = new ApiKeys([{ id: 'site', secret: 'a-secret-of-more-than-32-characters' }]);
    expect(await readResumeKey(afterRestart, key, holder)).toEqual(seat);
  });

  it.each([
    ['another room', { ...holder, room: 's' }],
    ['another person', { ...holder, identity: 'eve' }],
    ['another API key', { ...holder, keyId: 'other' }],
    ['an unknown API key', { ...holder, keyId: 'none' }],
  ])('are nothing for %s', async (_, other) => {
    expect(await readResumeKey(keys, await issueResumeKey(keys, 'site', seat, EXPIRY), other)).toBeUndefined();
  });

  it('are nothing when changed, expired, or really a room token', async () => {
    const key = await issueResumeKey(keys, 'site', seat, Date.now() - 1);
    expect(await readResumeKey(keys, key, holder)).toBeUndefined();
    expect(await readResumeKey(keys, 'x.y.z', holder)).toBeUndefined();
    const signing = await keys.signing('site');
    if (!signing) throw new Error('no key');
    const { token } = await issueToken(signing, { room: 'r', identity: 'ada', ttlSeconds: 60 });
    expect(await readResumeKey(keys, token, holder)).toBeUndefined();
  });

  it('carry whether the seat was let in and its calls, without what was said', async () => {
    const calls = [call('1', { reason: 'hello' }), call('2', { kind: 'stage' })];
    const key = await issueResumeKey(keys, 'site', { ...seat, admitted: false, calls }, EXPIRY);
    expect(await readResumeKey(keys, key, holder)).toEqual({ ...seat, admitted: false, calls: [call('1'), calls[1]] });
  });

  it('carry the newest four calls', async () => {
    const calls = ['1', '2', '3', '4', '5', '6'].map((id) => call(id));
    const key = await issueResumeKey(keys, 'site', { ...seat, calls }, EXPIRY);
    expect(ids((await readResumeKey(keys, key, holder))?.calls)).toEqual(['3', '4', '5', '6']);
  });

  it('stay within their length, leaving out the oldest calls, whatever people are called', async () => {
    const identity = '\u0001'.repeat(LIMITS.identityLength);
    const room = '\u0001'.repeat(LIMITS.roomNameLength);
    const party = { identity, name: '語'.repeat(LIMITS.nameLength), participant: seat.participant };
    const calls = ['1', '2', '3', '4'].map((id) => call(id, { caller: party, callee: party }));
    const key = await issueResumeKey(keys, 'site', { ...seat, room, identity, calls }, EXPIRY);
    expect(key.length).toBeLessThanOrEqual(LIMITS.tokenLength);
    const kept = ids((await readResumeKey(keys, key, { keyId: 'site', room, identity }))?.calls);
    expect(kept?.at(-1)).toBe('4');
    expect(kept?.length).toBeLessThan(4);
  });

  it('leave out calls that are not accepted', async () => {
    const calls = [call('1', { state: 'ringing' }), call('2'), call('3', { state: 'ended' })];
    const key = await issueResumeKey(keys, 'site', { ...seat, calls }, EXPIRY);
    expect(ids((await readResumeKey(keys, key, holder))?.calls)).toEqual(['2']);
  });
});
