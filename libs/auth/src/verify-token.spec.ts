import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ProtocolError } from '@video-room/protocol';
import { SignJWT } from 'jose';
import { AccessToken, TrackSource } from 'livekit-server-sdk';
import { ApiKeys } from './api-keys.js';
import { issueToken } from './issue-token.js';
import { issueResumeKey } from './resume-key.js';
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
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hmac = (text: string, secret: string | Buffer, hash = 'sha256') =>
  createHmac(hash, secret).update(text).digest('base64url');

const GOOD: Json = {
  iss: 'site',
  sub: 'ada',
  nbf: seconds,
  exp: seconds + 3600,
  video: { room: 'r', roomJoin: true },
};

function forge(claims: Json, header: Json = { alg: 'HS256' }, secret: string | Buffer = SECRET): string {
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${hmac(body, secret)}`;
}

const without = (name: string): Json => Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));
const video = (grants: Json): Json => ({ ...GOOD, video: { room: 'r', roomJoin: true, ...grants } });
const own = (videoRoom: Json): Json => ({ ...GOOD, videoRoom });
const good = forge(GOOD);
const [head = '', body = '', signature = ''] = good.split('.');
const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const FORGED: Record<string, string> = {
  empty: '',
  'no token': 'token',
  'two parts': `${head}.${body}`,
  'four parts': `${good}.x`,
  'empty signature': `${head}.${body}.`,
  'blank signature': `${head}.${body}. `,
  'cut signature': good.slice(0, -2),
  'changed signature': `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  'changed payload': `${head}.${encode(video({ roomAdmin: true }))}.${signature}`,
  'alg none': `${encode({ alg: 'none' })}.${body}.`,
  'alg None': `${encode({ alg: 'None' })}.${body}.`,
  'alg nOnE with signature': forge(GOOD, { alg: 'nOnE' }),
  'alg missing': forge(GOOD, {}),
  'alg number': forge(GOOD, { alg: 256 }),
  'alg hs256 in lower case': forge(GOOD, { alg: 'hs256' }),
  'alg HS512 in name only': forge(GOOD, { alg: 'HS512' }),
  'alg HS384, truly': (() => {
    const text = `${encode({ alg: 'HS384' })}.${body}`;
    return `${text}.${hmac(text, SECRET, 'sha384')}`;
  })(),
  'alg RS256, signed by HMAC': forge(GOOD, { alg: 'RS256' }, publicKey),
  'own jwk in the header': forge(
    GOOD,
    { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } },
    Buffer.from('AAAA', 'base64url'),
  ),
  'jku in the header': forge(GOOD, { alg: 'HS256', jku: 'https://evil.example/keys' }, OTHER_SECRET),
  'x5u in the header': forge(GOOD, { alg: 'HS256', x5u: 'https://evil.example/cert' }, OTHER_SECRET),
  'kid of the key that signed': forge(GOOD, { alg: 'HS256', kid: 'other' }, OTHER_SECRET),
  'kid as a path': forge(GOOD, { alg: 'HS256', kid: '/dev/null' }, ''),
  'unknown crit': forge(GOOD, { alg: 'HS256', crit: ['x'], x: 1 }),
  'unencoded payload': forge(GOOD, { alg: 'HS256', crit: ['b64'], b64: false }),
  'empty secret': forge(GOOD, { alg: 'HS256' }, ''),
  "another key's secret": forge(GOOD, { alg: 'HS256' }, OTHER_SECRET),
  'iss unknown': forge({ ...GOOD, iss: 'nobody' }),
  'iss missing': forge(without('iss')),
  'iss a list': forge({ ...GOOD, iss: ['site'] }),
  'iss __proto__': forge({ ...GOOD, iss: '__proto__' }),
  'exp missing': forge(without('exp')),
  'exp null': forge({ ...GOOD, exp: null }),
  'exp text': forge({ ...GOOD, exp: String(seconds + 60) }),
  'exp past the leeway': forge({ ...GOOD, exp: seconds - 11 }),
  'exp too far': forge({ ...GOOD, exp: seconds + 24 * 3600 + 11 }),
  'exp huge': forge({ ...GOOD, exp: 1e300 }),
  'nbf ahead of the leeway': forge({ ...GOOD, nbf: seconds + 11 }),
  'nbf text': forge({ ...GOOD, nbf: 'now' }),
  'sub missing': forge(without('sub')),
  'sub empty': forge({ ...GOOD, sub: '' }),
  'sub too long': forge({ ...GOOD, sub: 'x'.repeat(129) }),
  'sub an object': forge({ ...GOOD, sub: { toString: 'ada' } }),
  'aud of somebody else': forge({ ...GOOD, aud: 'elsewhere' }),
  'video missing': forge(without('video')),
  'room missing': forge({ ...GOOD, video: { roomJoin: true } }),
  'room empty': forge(video({ room: '' })),
  'room too long': forge(video({ room: 'x'.repeat(129) })),
  'room a list': forge(video({ room: ['r'] })),
  'roomJoin missing': forge({ ...GOOD, video: { room: 'r' } }),
  'roomJoin false': forge(video({ roomJoin: false })),
  'roomJoin text': forge(video({ roomJoin: 'true' })),
  'an API token of LiveKit': forge({ ...GOOD, video: { roomCreate: true, roomList: true } }),
  'canPublish text': forge(video({ canPublish: 'no' })),
  'metadata too long': forge({ ...GOOD, metadata: 'x'.repeat(4097) }),
  'too many attributes': forge({
    ...GOOD,
    attributes: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`k${n}`, 'v'])),
  }),
  'attribute not text': forge({ ...GOOD, attributes: { a: 1 } }),
  'kind unknown': forge(own({ kind: 'party' })),
  'capacity 0': forge(own({ capacity: 0 })),
  'access unknown': forge(own({ access: 'ajar' })),
  'showWatchers text': forge(own({ showWatchers: 'yes' })),
  'callsAddUp text': forge(own({ callsAddUp: 'yes' })),
  'iat text': forge({ ...GOOD, iat: 'now' }),
  'origins empty': forge(own({ origins: [] })),
  'typ of a resume key': forge(GOOD, { alg: 'HS256', typ: 'video-room-resume+jwt' }),
  'typ unknown': forge(GOOD, { alg: 'HS256', typ: 'at+jwt' }),
  'payload a list': (() => {
    const text = `${head}.${encode([GOOD])}`;
    return `${text}.${hmac(text, SECRET)}`;
  })(),
  'payload not JSON': (() => {
    const text = `${head}.${Buffer.from('{"iss":"site"').toString('base64url')}`;
    return `${text}.${hmac(text, SECRET)}`;
  })(),
  'JSON serialization': JSON.stringify({ payload: body, protected: head, signature }),
};

const refusal = async (token: string): Promise<unknown> =>
  verifyToken(keys, token, { now }).then(
    () => 'accepted',
    (error: unknown) => error,
  );

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
    ['just expired', { exp: seconds - 9 }],
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

  it.each(Object.entries(FORGED))('refuses a token with fault: %s', async (_, token) => {
    const error = await refusal(token);
    expect(error).toBeInstanceOf(ProtocolError);
    expect((error as ProtocolError).toWire()).toEqual({
      code: 'unauthorized',
      message: 'The token is missing or not valid.',
    });
  });

  it('refuses a resume key and a token of an asymmetric key', async () => {
    const seat = { room: 'r', identity: 'ada', participant: '0'.repeat(26), joinedAt: 1 };
    expect(await refusal(await issueResumeKey(keys, 'site', seat))).toBeInstanceOf(ProtocolError);
    const { privateKey } = generateKeyPairSync('ed25519');
    const token = await new SignJWT(GOOD).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
    expect(await refusal(token)).toBeInstanceOf(ProtocolError);
  });
});
