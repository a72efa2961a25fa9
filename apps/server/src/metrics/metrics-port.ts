/**
 * The figures on a port of their own, which the outside need not reach. Plain HTTP and nothing but this one path. Without a
 * token it is open to all who reach it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Registry } from 'prom-client';
import { problemOf, type ProblemCode } from '../api/problem.js';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { CannotListen } from '../startup/cannot-listen.js';
import { BearerToken, CHALLENGE } from './bearer-token.js';
import { Metrics } from './metrics.js';

@Injectable()
export class MetricsPort implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #metrics: Metrics;
  readonly #setup: ServerSetup;
  readonly #log: ServerLog;
  readonly #token: BearerToken | undefined;
  #server: Server | undefined;

  constructor(metrics: Metrics, @Inject(SERVER_SETUP) setup: ServerSetup, @Inject(SERVER_LOG) log: ServerLog) {
    this.#metrics = metrics;
    this.#setup = setup;
    this.#log = log;
    const token = setup.metrics?.token;
    this.#token = token === undefined ? undefined : new BearerToken(token);
  }

  /** Throws `CannotListen`. */
  async onApplicationBootstrap(): Promise<void> {
    const listen = this.#setup.metrics?.listen;
    if (!listen) return;
    const { host, port } = listen;
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        this.#log.error({ err: error }, 'the figures could not be told');
        refuse(response, 'internal');
      });
    });
    server.headersTimeout = 10_000;
    server.requestTimeout = 30_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => reject(new CannotListen(host, port, ['METRICS_HOST', 'METRICS_PORT'], cause)));
      server.listen(port, host, resolve);
    });
    this.#server = server;
    this.#log.info({ metricsPort: (server.address() as AddressInfo).port }, 'figures are told');
  }

  onModuleDestroy(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  async #answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#token && !this.#token.isIn(headers.authorization)) {
      response.setHeader('WWW-Authenticate', CHALLENGE);
      return refuse(response, 'unauthorized');
    }
    if (method !== 'GET' || url?.split('?')[0] !== '/metrics') return refuse(response, 'not-found');
    const text = await this.#metrics.text();
    response
      .writeHead(200, { 'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE, 'Cache-Control': 'no-store' })
      .end(text);
  }
}

function refuse(response: ServerResponse, code: ProblemCode): void {
  const problem = problemOf(code);
  response
    .writeHead(problem.status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(problem));
}
