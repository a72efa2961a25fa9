/** A site's backend: asks the REST API with the test server's key. */
import { API_KEY } from './test-server.js';

export const BASIC = `Basic ${Buffer.from(`${API_KEY.id}:${API_KEY.secret}`).toString('base64')}`;

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed; undefined if there is none. */
  body: unknown;
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** @param path under `/api/v1/` of the server at `url`. */
export const restClient =
  (url: string): Ask =>
  async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { authorization: BASIC, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
