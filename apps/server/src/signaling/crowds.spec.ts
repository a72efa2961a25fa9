/** What goes wrong only when many come, go or come back in the same moment. `npm run bench:load` has the large numbers. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Figures } from '../../test/figures.js';
import { newInstance, openTransport, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const METRICS_TOKEN = 'a-metrics-token-of-these-tests-01234';
const PER_ROOM = 4;
/** For each of these: a crowd takes a busy machine its time. */
const PATIENCE_MS = 60_000;
const HASTY = { rooms: { capacity: 12, awayGraceMs: 50, returnGraceMs: 50, emptyRoomMs: 0 } };

interface Person {
  instance: string;
  token: string;
}

describe('a crowd', () => {
  const servers: TestServer[] = [];
  const start = async (setup: Parameters<typeof startServer>[1] = {}) => {
    const server = await startServer({ METRICS_TOKEN }, setup);
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  const crowd = (server: TestServer, people: number): Promise<Person[]> =>
    Promise.all(
      Array.from({ length: people }, async (_, n) => ({
        instance: newInstance(),
        token: await server.token({ room: `room-${Math.floor(n / PER_ROOM)}`, identity: `person-${n}` }),
      })),
    );
  /** All at once. */
  const comeIn = (server: TestServer, people: readonly Person[], resumeKeys: readonly string[] = []) =>
    Promise.all(
      people.map((person, n) => {
        const resumeKey = resumeKeys[n];
        return server.connect({ auth: { ...person, ...(resumeKey !== undefined && { resumeKey }) } }).whenReady();
      }),
    );
  /** What the figures say is there. */
  const leftBehind = async (server: TestServer): Promise<string[]> => {
    const now = await figures(server);
    const kind = (one: string) => `video_room_participants{room_kind="meeting",state="${one}"}`;
    const all = ['sockets', 'transports', 'links', 'rooms{kind="meeting"}'].map((name) => `video_room_${name}`);
    return [...all, ...['online', 'away', 'waiting'].map(kind)].filter((series) => now.value(series) !== 0);
  };
  const figures = (server: TestServer) => Figures.of(server.url, { authorization: `Bearer ${METRICS_TOKEN}` });

  it(
    'leaves no seat, room, link or connection behind, whether people leave or are lost, over three waves',
    async () => {
      const server = await start({ setup: HASTY });
      for (let wave = 0; wave < 3; wave += 1) {
        const clients = await comeIn(server, await crowd(server, 100));
        expect((await figures(server)).value('video_room_sockets')).toBe(100);
        await Promise.all(
          clients.map((client, n) => (n % 2 === 0 ? client.request('leave', {}) : Promise.resolve(client.drop()))),
        );
        await Promise.all(clients.map((client) => client.disconnected()));
        // Bounded by the time a test may take: what is still there is there for good.
        while ((await leftBehind(server)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    PATIENCE_MS,
  );

  it(
    'has the same seats after a restart, and everybody sees everybody',
    async () => {
      const before = await start();
      const people = await crowd(before, 200);
      const clients = await comeIn(before, people);
      await before.shutDown();
      const after = await start();
      const back = await comeIn(
        after,
        people,
        clients.map(({ ready }) => ready.resumeKey),
      );
      expect(back.map(({ id }) => id)).toEqual(clients.map(({ id }) => id));
      await Promise.all(back.map((client) => client.until('all others', () => othersOf(client).size === PER_ROOM - 1)));
    },
    PATIENCE_MS,
  );

  it(
    'is told when the server stops',
    async () => {
      const server = await start();
      const clients = await comeIn(server, await crowd(server, 200));
      const idle = await Promise.all(Array.from({ length: 20 }, () => openTransport(server.url)));
      await server.shutDown();
      await Promise.all([...clients.map((client) => client.disconnected()), ...idle.map(({ closed }) => closed)]);
      expect(clients.every((client) => client.all('goodbye')[0]?.reason === 'server-stopping')).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'does not end the process when those who wait for a transport break off',
    async () => {
      const server = await start();
      const { port } = new URL(server.url);
      const sockets = Array.from({ length: 200 }, () => connect(Number(port), '127.0.0.1'));
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
      const head = [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ];
      for (const socket of sockets) socket.write(`${head.join('\r\n')}\r\n\r\n`, () => socket.resetAndDestroy());
      expect((await server.join('ada')).ready.participants).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});

/** Ids of those a client sees online, other than itself. */
function othersOf(client: TestClient): Set<string> {
  const online = new Set<string>();
  for (const { id, connection } of [...client.ready.participants, ...client.all('participant')]) {
    if (id !== client.id && connection === 'online') online.add(id);
    else online.delete(id);
  }
  return online;
}
