import { describe, expect, it } from '@jest/globals';
import { openTransport } from '../../test/test-client.js';
import { startServer } from '../../test/test-server.js';

describe('stopping', () => {
  it('tells everybody, drains, and tells nobody that others are away', async () => {
    const server = await startServer();
    const clients = await Promise.all(['ada', 'ben', 'cem'].map((identity) => server.join(identity)));
    const idle = await openTransport(server.url);
    const startedAt = performance.now();
    await server.shutDown();
    await Promise.all(clients.map((client) => client.disconnected()));
    await idle.closed;
    for (const client of clients) {
      expect(client.all('goodbye')).toEqual([{ reason: 'server-stopping' }]);
      expect(client.all('participant').every(({ connection }) => connection === 'online')).toBe(true);
    }
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
