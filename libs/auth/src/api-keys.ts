/**
 * API keys: an id that may be seen and a secret that may not. The secret signs room tokens, and from it the key that
 * signs resume keys is derived, so that the one can never pass for the other.
 */
import { createHash, createSecretKey, hkdfSync, timingSafeEqual, webcrypto, type KeyObject } from 'node:crypto';
import type { CryptoKey } from 'jose';

export interface ApiKey {
  id: string;
  secret: string;
}

/** Shortest secret accepted: 256 bits of HMAC key deserve as many characters. */
export const SECRET_MIN_LENGTH = 32;
const SECRET_MAX_LENGTH = 512;
const ID = /^[\w.-]{1,64}$/;
const RESUME_PURPOSE = 'video-room resume key';

/** Reads `id:secret`. Throws a RangeError that says what is wrong without showing the secret. */
export function parseApiKey(text: string): ApiKey {
  const colon = text.indexOf(':');
  if (colon < 0) throw new RangeError('is not of the form id:secret');
  const key = { id: text.slice(0, colon).trim(), secret: text.slice(colon + 1).trim() };
  if (!ID.test(key.id)) throw new RangeError('has an id that is not 1 to 64 of A-Z a-z 0-9 _ . -');
  if (key.secret.length < SECRET_MIN_LENGTH || key.secret.length > SECRET_MAX_LENGTH) {
    throw new RangeError(
      `has a secret of ${key.secret.length} characters; ${SECRET_MIN_LENGTH} to ${SECRET_MAX_LENGTH} are needed`,
    );
  }
  return key;
}

/** The keys of one API key, ready for use. */
export interface SigningKeys {
  id: string;
  /** Signs and verifies room tokens. */
  token: CryptoKey;
  /** Signs and verifies resume keys. */
  resume: KeyObject;
}

const importHmacKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

async function deriveKeys({ id, secret }: ApiKey): Promise<SigningKeys> {
  const resume = new Uint8Array(hkdfSync('sha256', secret, '', RESUME_PURPOSE, 32));
  return {
    id,
    token: await importHmacKey(new Uint8Array(Buffer.from(secret, 'utf8'))),
    resume: createSecretKey(resume),
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** All API keys of a server. */
export class ApiKeys {
  readonly #secretDigests = new Map<string, Buffer>();
  readonly #signing = new Map<string, Promise<SigningKeys>>();
  readonly #noDigest = digest('');

  /** @throws RangeError for no key, a short or empty secret, or an id that is there twice. */
  constructor(keys: readonly ApiKey[]) {
    if (keys.length === 0) throw new RangeError('at least one API key is needed');
    for (const { id, secret } of keys) {
      const key = parseApiKey(`${id}:${secret}`);
      if (this.#signing.has(key.id)) throw new RangeError('an API key id is there twice');
      this.#secretDigests.set(key.id, digest(key.secret));
      this.#signing.set(key.id, deriveKeys(key));
    }
  }

  /** Whether this pair is one of the keys. Takes the same time whatever is wrong with it. */
  accepts(id: string, secret: string): boolean {
    const expected = this.#secretDigests.get(id);
    return timingSafeEqual(expected ?? this.#noDigest, digest(secret)) && expected !== undefined;
  }

  /** The keys of the API key with this id, or undefined. */
  signing(id: string): Promise<SigningKeys> | undefined {
    return this.#signing.get(id);
  }
}
