import { describe, expect, it } from '@jest/globals';
import { ProtocolError } from '@video-room/protocol';
import { addFigure } from '../../../bench/report/long-run.js';
import { ApiKeys } from './api-keys.js';
import { encode, forgedTokens, honestToken } from './forged-tokens.js';
import { issueResumeKey, readResumeKey } from './resume-key.js';
import { faultOfTime, verifyToken } from './verify-token.js';

const now = () => 1_700_000_000_000;
const key = { id: 'site', secret: 'a-secret-of-more-than-32-characters' };
const other = { id: 'other', secret: 'b-secret-of-more-than-32-characters' };
const keys = new ApiKeys([key, other]);
const target = { key, other, room: 'r', identity: 'ada', now: now() / 1000 };
const forgeries = forgedTokens(target);
const seat = { room: 'r', identity: 'ada', participant: '0'.repeat(26), joinedAt: 1 };
const holder = { keyId: 'site', room: 'r', identity: 'ada' };

const refusal = (token: string): Promise<unknown> =>
  verifyToken(keys, token, { now }).then(
    () => 'accepted',
    (error: unknown) => error,
  );

describe('the gate for tokens', () => {
  it('opens to the token that the forged ones are made of', async () => {
    expect(await verifyToken(keys, honestToken(target), { now })).toMatchObject({ identity: 'ada' });
  });

  it.each(forgeries)('refuses, like all others, one with: $name', async ({ token, time }) => {
    const error = await refusal(token);
    expect(error).toBeInstanceOf(ProtocolError);
    expect((error as ProtocolError).toWire()).toEqual({
      code: 'unauthorized',
      message: 'The token is missing or not valid.',
    });
    expect(faultOfTime(error)).toBe(time);
  });

  it('refuses at least a hundred, no two the same', async () => {
    const tokens = new Set(forgeries.map(({ token }) => token));
    expect(tokens.size).toBe(forgeries.length);
    expect(tokens.size).toBeGreaterThanOrEqual(100);
    const refused = (await Promise.all(forgeries.map(({ token }) => refusal(token)))).filter(
      (error) => error instanceof ProtocolError,
    ).length;
    addFigure({
      name: 'forged tokens refused by the verifier',
      measured: `${refused} of ${forgeries.length}`,
      bound: 'all, at least 100',
      met: refused === forgeries.length,
    });
  });

  it('takes no resume key for a token', async () => {
    expect(await refusal(await issueResumeKey(keys, 'site', seat, now() + 60_000))).toBeInstanceOf(ProtocolError);
  });
});

describe('resume keys', () => {
  it('are not to be had from tokens, good or forged', async () => {
    for (const token of [honestToken(target), ...forgeries.map(({ token }) => token)]) {
      expect(await readResumeKey(keys, token, holder)).toBeUndefined();
    }
  });

  it('give back nothing once anything of them is changed', async () => {
    const good = await issueResumeKey(keys, 'site', seat, Date.now() + 60_000);
    expect(await readResumeKey(keys, good, holder)).toEqual(seat);
    const [head = '', body = '', signature = ''] = good.split('.');
    const note = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const changed = [
      { ...note, participant: '1'.repeat(26) },
      { ...note, admitted: true },
      { ...note, expiresAt: Date.now() + 86_400_000 },
      { ...note, room: 's' },
    ].map((other) => `${head}.${encode(other)}.${signature}`);
    const bent = [`${good}=`, ` ${good}`, `${good} `, `${good}.`, `${head}.${body}.`, `${head}.${body}`, `${good}A`];
    const unsigned = [`${encode({ alg: 'none' })}.${body}.`, `${encode({ alg: 'none' })}.${body}.${signature}`];
    for (const key of [...changed, ...bent, ...unsigned]) {
      expect(await readResumeKey(keys, key, holder)).toBeUndefined();
    }
  });
});
