/**
 * A server to be flooded: at short length in this process, where what it does is judged; at full length the built one in a
 * process of its own with the settings of production, so that its figures are its own.
 */
import type { FloodOrder } from '../../../bench/flood/attacks.js';
import { isLongRun } from '../../../bench/report/long-run.js';
import { startServer } from './test-server.js';

export interface FloodedServer {
  port: number;
  /** @param kind what the room is, by default a meeting. */
  token(room: string, identity: string, kind?: 'call'): Promise<string>;
  /** Runs an attack; resolves with how much of it there was. */
  flood(order: Omit<FloodOrder, 'port'>): Promise<number>;
  /** Bytes after a forced collection; undefined where other things live in the same process. */
  rssBytes(): Promise<number | undefined>;
  stop(): Promise<void>;
}

const ROOMY = { ROOM_CAPACITY: '40' };

export const startFlooded = (): Promise<FloodedServer> => (isLongRun ? startBuilt() : startHere());

async function startHere(): Promise<FloodedServer> {
  const { runAttack } = await import('../../../bench/flood/attacks.js');
  const server = await startServer(ROOMY);
  const port = Number(new URL(server.url).port);
  return {
    port,
    token: (room, identity, kind) => server.token({ room, identity, ...(kind && { settings: { kind } }) }),
    flood: (order) => runAttack({ ...order, port }),
    rssBytes: () => Promise.resolve(undefined),
    stop: () => server.stop(),
  };
}

async function startBuilt(): Promise<FloodedServer> {
  const { MeasuredServer, OURS } = await import('../../../bench/servers/measured-server.js');
  const { API_KEY, roomToken } = await import('../../../bench/servers/tokens.js');
  const { floodBeside } = await import('../../../bench/flood/flood.js');
  const environment = {
    HOST: '127.0.0.1',
    API_KEYS: `${API_KEY.id}:${API_KEY.secret}`,
    ALLOWED_ORIGINS: '*',
    LOG_LEVEL: 'warn',
    ...ROOMY,
  };
  const server = await MeasuredServer.start({ ...OURS, environment });
  const { port } = server;
  return {
    port,
    token: (room, identity, kind) => roomToken(room, identity, kind && { kind }),
    flood: (order) => floodBeside({ ...order, port }),
    rssBytes: async () => (await server.memory()).rss,
    stop: () => server.stop(),
  };
}
