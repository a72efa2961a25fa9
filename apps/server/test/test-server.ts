/** A whole server on a free port, for tests: started as the real one is, with its log kept in memory. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { ApiKeys, issueToken, type TokenRequest } from '@video-room/auth';
import { readConfig } from '../src/config.js';
import { createApp, type AppOptions } from '../src/create-app.js';
import { createServerLog } from '../src/log/server-log.js';
import { completeSetup, type ServerSetup } from '../src/server-setup.js';
import { TestClient, type ClientOptions } from './test-client.js';

export const API_KEY = { id: 'site', secret: 'the-secret-of-the-test-server-0123456789' };

export interface Route {
  method: string;
  /** With `:names` for what is variable. */
  path: string;
}

/** As much of Express's router as is looked at. */
interface Router {
  stack: { route?: { path: string; methods: Record<string, boolean> } }[];
}

export interface TestServer {
  url: string;
  /** Everything logged so far. */
  log(): string;
  /** Every route there is, as the router has it. */
  routes(): Route[];
  token(request?: Partial<TokenRequest>): Promise<string>;
  /** Connects with a fresh token, unless `options.auth` has one; resolves once `ready` is there. */
  join(identity: string, options?: ClientOptions & { grant?: Partial<TokenRequest> }): Promise<TestClient>;
  /** Connects without waiting for anything. */
  connect(options?: ClientOptions): TestClient;
  /** Stops as a signal from the system would. */
  shutDown(): Promise<void>;
  /** Closes all clients, then stops. */
  stop(): Promise<void>;
}

/** @param environment as the real server would get it. */
export async function startServer(
  environment: Record<string, string> = {},
  options: AppOptions & { setup?: Partial<ServerSetup> } = {},
): Promise<TestServer> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    API_KEYS: `${API_KEY.id}:${API_KEY.secret}`,
    // All clients of a test come from one address.
    CONNECT_RATE: '100000',
    ...environment,
  });
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const setup = { ...completeSetup(config), ...options.setup };
  const app = await createApp(setup, createServerLog(setup.logLevel, sink), options);
  await app.listen(setup.port, setup.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `${setup.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const signing = await new ApiKeys([API_KEY]).signing(API_KEY.id);
  if (!signing) throw new Error('no key');
  const clients = new Set<TestClient>();

  const token = async (request: Partial<TokenRequest> = {}) =>
    (await issueToken(signing, { room: 'r', identity: 'ada', ttlSeconds: 600, ...request })).token;
  const connect = (clientOptions: ClientOptions = {}) => {
    const client = new TestClient(url, clientOptions);
    clients.add(client);
    return client;
  };
  return {
    url,
    log: () => lines.join(''),
    routes() {
      const { router } = app.getHttpAdapter().getInstance() as unknown as { router: Router };
      return router.stack.flatMap(({ route }) =>
        route ? Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: route.path })) : [],
      );
    },
    token,
    connect,
    async join(identity, { grant, auth, ...rest } = {}) {
      const client = connect({ auth: { token: await token({ identity, ...grant }), ...auth }, ...rest });
      await client.next('ready');
      return client;
    },
    shutDown: () => app.close(),
    async stop() {
      for (const client of clients) client.close();
      await app.close();
    },
  };
}
