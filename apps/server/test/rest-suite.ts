/** A server for all tests of the spec that imports this, and a site's backend that asks its REST API. */
import { afterAll, beforeAll } from '@jest/globals';
import { restClient, type Ask } from './rest-client.js';
import { startServer, type TestServer } from './test-server.js';

export let server: TestServer;
export let ask: Ask;

beforeAll(async () => {
  server = await startServer({ REST_RATE: '10000' });
  ask = restClient(server.url);
});
afterAll(() => server.stop());

let rooms = 0;

/** A room name that no other test has. */
export const newRoom = (): string => `room ${(rooms += 1)}`;

/** Where a room is found by the API. */
export const pathOf = (room: string): string => `rooms/${encodeURIComponent(room)}`;
