/** The key for trying things out: random, made once, and kept so that tokens survive a restart. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseApiKey, type ApiKey } from '@video-room/auth';

export function developmentKey(path: string): ApiKey {
  try {
    const { id, secret } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ApiKey>;
    return parseApiKey(`${id}:${secret}`);
  } catch {
    const key = { id: 'devkey', secret: randomBytes(32).toString('base64url') };
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(key), { mode: 0o600 });
    return key;
  }
}
