/**
 * Where tokens come from: a token in hand, or the site's endpoint, asked in the shape of LiveKit's TokenSource so that
 * existing endpoints fit.
 */
import { VideoRoomError } from './errors.js';

export interface Credentials {
  token: string;
  /** Server named by the endpoint; otherwise the one the element was given. */
  serverUrl?: string;
}

/** @param identity of the token before, to get another one for the same person. */
export type TokenSource = (identity?: string) => Promise<Credentials>;

export interface EndpointRequest {
  roomName?: string | undefined;
  identity?: string | undefined;
  name?: string | undefined;
}

/**
 * POSTs JSON `room_name`, `participant_identity`, `participant_name` to `url` and reads `participant_token` and
 * `server_url`. Cookies of the page's own origin go along, so the site knows who asks.
 *
 * @returns a source that rejects with `token-endpoint-failed`.
 */
export function endpointTokenSource(url: string, request: EndpointRequest, fetcher = globalThis.fetch): TokenSource {
  return async (identity) => {
    try {
      const response = await fetcher(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          room_name: request.roomName,
          participant_identity: request.identity ?? identity,
          participant_name: request.name,
        }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The token endpoint answered ${response.status}`);
      const { participant_token: token, server_url: serverUrl } = (await response.json()) as Record<string, unknown>;
      if (typeof token !== 'string') throw new Error('The token endpoint answered without participant_token');
      return typeof serverUrl === 'string' ? { token, serverUrl } : { token };
    } catch (cause) {
      throw new VideoRoomError('token-endpoint-failed', 'No token from the token endpoint', { cause });
    }
  };
}
