/**
 * Tokens that must open nothing: forged, bent, meant for something else, or out of their time (RFC 8725, RFC 7515). One
 * table for whatever takes tokens: the verifier, REST and the socket. Used by tests only.
 */
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { ApiKey } from './api-keys.js';

export interface Forgery {
  name: string;
  token: string;
  /** What may be said of it to whoever holds it: its signature is good, only its time is not. */
  time?: 'expired' | 'not-yet-valid';
}

type Json = Record<string, unknown>;

export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const hmac = (text: string, secret: string | Buffer, hash = 'sha256') =>
  createHmac(hash, secret).update(text).digest('base64url');

/** A token as its parts say, signed by HMAC whatever its header says. */
export function signedWith(secret: string | Buffer, claims: unknown, header: unknown = HS256, hash?: string): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${hmac(text, secret, hash)}`;
}

const HS256 = { alg: 'HS256' };
const NOT_TEXT: unknown[] = [null, 7, true, [], ['x'], {}, { toString: 'x' }];

export interface Target {
  /** The key whose rooms are attacked, and another of the same server. */
  key: ApiKey;
  other: ApiKey;
  room: string;
  identity: string;
  /** Seconds since 1970. */
  now: number;
}

export function forgedTokens({ key, other, room, identity, now }: Target): Forgery[] {
  const video = { room, roomJoin: true };
  const good: Json = { iss: key.id, sub: identity, nbf: now, exp: now + 3600, video };
  const honest = signedWith(key.secret, good);
  const [head = '', body = '', signature = ''] = honest.split('.');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forgeries: Forgery[] = [];

  const add = (name: string, token: string, time?: Forgery['time']) =>
    forgeries.push({ name, token, ...(time && { time }) });
  /** Truly signed, with other claims. */
  const claims = (name: string, change: Json, time?: Forgery['time']) =>
    add(name, signedWith(key.secret, { ...good, ...change }), time);
  const grants = (name: string, change: Json) => claims(name, { video: { ...video, ...change } });
  const own = (name: string, videoRoom: unknown) => claims(name, { videoRoom });
  /** Truly signed, with another header; or with another secret. */
  const header = (name: string, change: Json, secret: string | Buffer = key.secret) =>
    add(name, signedWith(secret, good, { ...HS256, ...change }));

  for (const alg of ['none', 'None', 'NONE', 'nOnE', 'nonE', ' none', 'none ', '']) {
    const bare = `${encode({ alg })}.${body}`;
    add(`alg "${alg}", no signature`, `${bare}.`);
    add(`alg "${alg}", the signature of a good one`, `${bare}.${signature}`);
    header(`alg "${alg}", truly signed`, { alg });
  }
  for (const alg of [
    null,
    256,
    [],
    ['HS256'],
    {},
    true,
    'hs256',
    'Hs256',
    'HS256 ',
    'HS512',
    'HS384',
    'HS1',
    'A256KW',
  ]) {
    header(`alg ${JSON.stringify(alg)} in name only`, { alg });
  }
  add('alg missing', signedWith(key.secret, good, {}));
  add('alg HS384, truly', signedWith(key.secret, good, { alg: 'HS384' }, 'sha384'));
  add('alg HS512, truly', signedWith(key.secret, good, { alg: 'HS512' }, 'sha512'));
  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS1']) {
    header(`alg ${alg}, signed by HMAC with the secret`, { alg });
    header(`alg ${alg}, signed by HMAC with a public key`, { alg }, pem(publicKey));
  }
  header('signed by HMAC with a public key', {}, pem(publicKey));
  const asymmetric = `${encode({ alg: 'RS256' })}.${body}`;
  const rsa = sign('sha256', Buffer.from(asymmetric), privateKey).toString('base64url');
  add('alg RS256, truly signed by somebody', `${asymmetric}.${rsa}`);
  add('alg HS256 with a signature of RSA', `${head}.${body}.${rsa}`);

  const theirs = Buffer.from('a key of the attacker, long enough for it');
  const jwk = { kty: 'oct', alg: 'HS256', k: theirs.toString('base64url') };
  header('own jwk', { jwk }, theirs);
  header('own jwk of RSA', { jwk: publicKey.export({ format: 'jwk' }) }, pem(publicKey));
  header('own jwk with a kid', { jwk: { ...jwk, kid: key.id }, kid: key.id }, theirs);
  header('jku', { jku: 'https://evil.example/keys' }, theirs);
  header('jku of the server itself', { jku: 'http://127.0.0.1/keys', kid: key.id }, theirs);
  header('x5u', { x5u: 'https://evil.example/cert' }, theirs);
  header('x5c', { x5c: ['AAAA'] }, theirs);
  header('x5t', { x5t: 'AAAA', 'x5t#S256': 'AAAA' }, theirs);
  header('kid of the key that signed', { kid: other.id }, other.secret);
  for (const kid of ['/dev/null', '../../../../dev/null', "' UNION SELECT 'x", '__proto__', '', 'file:///dev/null']) {
    header(`kid ${JSON.stringify(kid)}, signed with nothing`, { kid }, '');
  }
  header('unknown crit', { crit: ['x'], x: 1 });
  header('crit that is empty', { crit: [] });
  header('payload not encoded', { crit: ['b64'], b64: false });
  header('compressed', { zip: 'DEF' }, theirs);
  header('empty secret', {}, '');
  header('id of the key as the secret', {}, key.id);
  header("another key's secret", {}, other.secret);
  for (const typ of ['video-room-resume+jwt', 'at+jwt', 'JWE', 'secevent+jwt', 'JWT ', '']) {
    header(`typ "${typ}"`, { typ });
  }

  add('empty', '');
  add('a word', 'token');
  add('dots', '..');
  add('four dots', '....');
  add('two parts', `${head}.${body}`);
  add('four parts', `${honest}.x`);
  add('four parts, the last empty', `${honest}.`);
  add('five parts, as of an encrypted one', `${honest}.${body}.${signature}`);
  add('no header', `.${body}.${signature}`);
  add('no payload', `${head}..${signature}`);
  add('empty signature', `${head}.${body}.`);
  add('blank signature', `${head}.${body}. `);
  add('signature of zeros', `${head}.${body}.${'A'.repeat(43)}`);
  add('signature cut by two', honest.slice(0, -2));
  add('signature cut in half', honest.slice(0, -21));
  add('signature twice', `${honest}${signature}`);
  add(
    'signature of one character changed',
    `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  );
  add('signature with other spare bits', `${head}.${body}.${withSpareBits(signature)}`);
  add('signature in hex', `${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`);
  for (const [name, noise] of [
    ['a blank', ' '],
    ['a line break', '\n'],
    ['a NUL', '\0'],
    ['a percent sign', '%'],
    ['a letter that is none', 'é'],
    ['padding', '='],
  ] as const) {
    add(`${name} before it`, `${noise}${honest}`);
    add(`${name} after it`, `${honest}${noise}`);
    add(`${name} within the payload`, `${head}.${body.slice(0, 9)}${noise}${body.slice(9)}.${signature}`);
  }
  add('with Bearer before it', `Bearer ${honest}`);
  add('upside down', honest.split('.').reverse().join('.'));
  add('JSON serialization', JSON.stringify({ payload: body, protected: head, signature }));
  add('general JSON serialization', JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }));
  add('token in JSON', JSON.stringify({ token: honest }));
  for (const [name, payload] of [
    ['a list', [good]],
    ['null', null],
    ['a text', 'good'],
    ['a number', 7],
  ] as const) {
    add(`payload ${name}`, signedWith(key.secret, payload));
  }
  const broken = `${head}.${Buffer.from('{"iss":"site"').toString('base64url')}`;
  add('payload not JSON', `${broken}.${hmac(broken, key.secret)}`);
  add('header not JSON', `${Buffer.from('HS256').toString('base64url')}.${body}.${signature}`);

  // What a thief would like a good one to say: the signature is of what it said before.
  for (const [name, change] of [
    ['another room', { video: { ...video, room: 'another' } }],
    ['moderator', { video: { ...video, roomAdmin: true } }],
    ['somebody else', { sub: 'somebody-else' }],
    ['a later end', { exp: now + 7200 }],
    ['another key', { iss: other.id }],
    ['the same, written otherwise', Object.fromEntries(Object.entries(good).reverse())],
  ] as const) {
    const edited: Json = name.startsWith('the same') ? change : { ...good, ...change };
    add(`edited after signing: ${name}`, `${head}.${encode(edited)}.${signature}`);
  }

  claims('iss unknown', { iss: 'nobody' });
  claims('iss missing', { iss: undefined });
  claims('iss __proto__', { iss: '__proto__' });
  claims('iss empty', { iss: '' });
  claims('iss of another key', { iss: other.id });
  claims('iss with a blank', { iss: `${key.id} ` });
  for (const value of NOT_TEXT) {
    claims(`iss ${JSON.stringify(value)}`, { iss: value });
    claims(`sub ${JSON.stringify(value)}`, { sub: value });
    claims(`aud ${JSON.stringify(value)}`, { aud: value });
    grants(`room ${JSON.stringify(value)}`, { room: value });
  }
  for (const aud of ['elsewhere', 'video-room', room, '']) claims(`aud "${aud}"`, { aud });
  claims('aud a list of names', { aud: ['video-room', 'elsewhere'] });
  claims('sub missing', { sub: undefined });
  claims('sub empty', { sub: '' });
  claims('sub too long', { sub: 'x'.repeat(129) });

  claims('exp missing', { exp: undefined });
  for (const exp of [null, String(now + 60), '', [now + 60], {}, true, 1e300]) {
    claims(`exp ${JSON.stringify(exp)}`, { exp });
  }
  for (const exp of [now + 24 * 3600 + 1200, now * 1000]) claims(`exp too far: ${exp - now}`, { exp });
  for (const late of [1, 9, 3600]) claims(`exp ${late} s ago`, { exp: now - late, nbf: now - 7200 }, 'expired');
  claims('exp 0', { exp: 0, nbf: 0 }, 'expired');
  claims('exp negative', { exp: -1, nbf: -2 }, 'expired');
  for (const early of [1200, 3000]) claims(`nbf ${early} s ahead`, { nbf: now + early }, 'not-yet-valid');
  claims('nbf in milliseconds', { nbf: now * 1000 }, 'not-yet-valid');
  for (const value of [null, 'now', [], {}]) claims(`nbf ${JSON.stringify(value)}`, { nbf: value });
  for (const value of ['now', [], {}]) claims(`iat ${JSON.stringify(value)}`, { iat: value });

  claims('video missing', { video: undefined });
  for (const value of [null, 'all', [], {}]) claims(`video ${JSON.stringify(value)}`, { video: value });
  grants('room missing', { room: undefined });
  grants('room empty', { room: '' });
  grants('room too long', { room: 'x'.repeat(129) });
  for (const value of [undefined, false, null, 'true', 1])
    grants(`roomJoin ${JSON.stringify(value)}`, { roomJoin: value });
  claims('an API token of LiveKit', { video: { roomCreate: true, roomList: true } });
  claims('an admin token of LiveKit', { video: { room, roomAdmin: true, roomCreate: true, roomList: true } });
  claims('a recorder of LiveKit', { video: { room, roomRecord: true, recorder: true } });
  claims('a token of LiveKit for ingress', { video: { ingressAdmin: true }, sip: { admin: true } });
  for (const grant of ['canPublish', 'canSubscribe', 'canPublishData', 'roomAdmin', 'hidden']) {
    grants(`${grant} a text`, { [grant]: 'yes' });
  }
  grants('sources a text', { canPublishSources: 'camera' });
  claims('metadata too long', { metadata: 'x'.repeat(4097) });
  claims('name an object', { name: {} });
  claims('attribute not text', { attributes: { a: 1 } });
  claims('too many attributes', {
    attributes: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`k${n}`, 'v'])),
  });
  own('settings a text', 'all');
  for (const [name, value] of [
    ['kind', 'party'],
    ['access', 'ajar'],
    ['capacity', 0],
    ['capacity', 1e9],
    ['showWatchers', 'yes'],
    ['timeline', 'yes'],
    ['callsAddUp', 'yes'],
    ['origins', []],
    ['origins', 'https://evil.example'],
  ] as const) {
    own(`${name} ${JSON.stringify(value)}`, { [name]: value });
  }
  return forgeries;
}

/** A good token of the same target, to show that it is the bending that counts. */
export const honestToken = ({ key, room, identity, now }: Target): string =>
  signedWith(key.secret, { iss: key.id, sub: identity, nbf: now, exp: now + 3600, video: { room, roomJoin: true } });

const pem = (key: KeyObject): string => String(key.export({ type: 'spki', format: 'pem' }));

/** 256 bits leave two to spare in 43 characters of base64, which decoders overlook. */
function withSpareBits(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + (alphabet[alphabet.indexOf(signature.slice(-1)) | 1] ?? '');
}
