/** Tokens that end in the middle of a test. */
import type { TokenRequest } from '@video-room/auth';
import type { TestServer } from './test-server.js';

/** A token for `seconds` from now on, to the millisecond. */
export function shortToken(server: TestServer, seconds: number, request: Partial<TokenRequest> = {}): Promise<string> {
  const now = Date.now() / 1000;
  return server.token({ ...request, ttlSeconds: now - Math.floor(now) + seconds });
}
