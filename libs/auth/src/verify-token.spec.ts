import { describe, expect, it } from '@jest/globals';
import { AccessToken, TrackSource } from 'livekit-server-sdk';
import { ApiKeys } from './api-keys.js';
import { signedWith } from './forged-tokens.js';
import { issueToken } from './issue-token.js';
import { verifyToken } from './verify-token.js';

const SECRET = 'a-secret-of-more-than-32-characters';
const OTHER_SECRET = 'b-secret-of-more-than-32-characters';
const keys = new ApiKeys([
  { id: 'site', secret: SECRET },
  { id: 'other', secret: OTHER_SECRET },
]);
const now = () => 1_700_000_000_000;
const seconds = now() / 1000;

type Json = Record<string, unknown>;

const GOOD: Json = {
  iss: 'site',
  sub: 'ada',
  nbf: seconds,
  exp: seconds + 3600,
  video: { room: 'r', roomJoin: true },
};

const forge = (claims: Json, header?: Json) => signedWith(SECRET, claims, header);
const own = (videoRoom: Json): Json => ({ ...GOOD, videoRoom });
const good = forge(GOOD);

describe('room tokens', () => {
  it('grants what it says', async () => {
    const grant = await verifyToken(keys, good, { now });
    expect(grant).toEqual({
      keyId: 'site',
      room: 'r',
      identity: 'ada',
      metadata: '',
      attributes: {},
      rights: {
        publish: ['microphone', 'camera', 'screen', 'screenAudio'],
        subscribe: true,
        publishData: true,
        admin: false,
      },
      hidden: false,
      settings: {},
      expiresAt: now() + 3_600_000,
      issuedAt: now(),
    });
  });

  it('takes what livekit-server-sdk makes', async () => {
    const token = new AccessToken('site', SECRET, {
      identity: 'ada',
      name: 'Ada',
      ttl: '1h',
      metadata: 'm',
      attributes: { team: 'blue' },
    });
    token.addGrant({
      room: 'r',
      roomJoin: true,
      roomAdmin: true,
      canSubscribe: false,
      canPublishSources: [TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE],
    });
    expect(await verifyToken(keys, await token.toJwt())).toMatchObject({
      room: 'r',
      identity: 'ada',
      name: 'Ada',
      metadata: 'm',
      attributes: { team: 'blue' },
      rights: { publish: ['microphone', 'screen'], subscribe: false, publishData: true, admin: true },
    });
  });

  it('reads what LiveKit has no place for from its own claim', async () => {
    const settings = {
      kind: 'broadcast',
      access: 'knock',
      capacity: 3,
      metadata: 'about',
      showWatchers: true,
      callsAddUp: true,
    };
    const grant = await verifyToken(keys, forge(own({ ...settings, origins: ['https://a.example'] })), { now });
    expect(grant.settings).toEqual(settings);
    expect(grant.origins).toEqual(['https://a.example']);
  });

  it.each([
    ['iat', { iat: seconds - 7.25 }, now() - 7250],
    ['nbf without iat', { nbf: seconds - 5 }, now() - 5000],
    ['neither', { nbf: undefined }, undefined],
  ])('tells when it was made by %s', async (_, claims, issuedAt) => {
    const grant = await verifyToken(keys, forge({ ...GOOD, ...claims }), { now });
    expect(grant.issuedAt).toBe(issuedAt);
  });

  it('tells of our own to the millisecond', async () => {
    const signing = await keys.signing('site');
    if (!signing) throw new Error('no key');
    const { token } = await issueToken(signing, { room: 'r', identity: 'ada', ttlSeconds: 60 }, () => now() + 123);
    expect((await verifyToken(keys, token, { now })).issuedAt).toBe(now() + 123);
  });

  it.each([
    ['about to expire', { exp: seconds + 0.001 }],
    ['not quite valid yet', { nbf: seconds + 9 }],
    ['for a whole day', { exp: seconds + 24 * 3600 }],
    ['with claims it does not know', { video: { room: 'r', roomJoin: true, ingressAdmin: true }, sip: {} }],
  ])('takes a token %s', async (_, claims) => {
    expect(await verifyToken(keys, forge({ ...GOOD, ...claims }), { now })).toMatchObject({ identity: 'ada' });
  });

  it('ignores header keys of a token that is good', async () => {
    const token = forge(GOOD, { alg: 'HS256', typ: 'JWT', kid: '../x', jku: 'https://evil.example', jwk: {} });
    expect(await verifyToken(keys, token, { now })).toMatchObject({ identity: 'ada' });
  });
});
