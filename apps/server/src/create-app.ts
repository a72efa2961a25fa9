/** Puts the server together for one setup, without listening yet. Tests use it as the start does. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openToAnyPage } from './api/any-page.js';
import { serveApiDocs } from './api/api-docs.js';
import { AppModule } from './app.module.js';
import { NestLog } from './log/nest-log.js';
import type { ServerLog } from './log/server-log.js';
import { SITE_FOLDER, WIDGET_FOLDER } from './project.js';
import type { ServerSetup } from './server-setup.js';
import { SignalingAdapter } from './signaling/signaling-adapter.js';
import { setHeaders } from './site/page-headers.js';
import { serveWidget } from './site/widget-files.js';
import { HttpPlatform } from './startup/http-platform.js';

export interface AppOptions {
  /** Folder of the built widget; default what the build writes. */
  widgetFolder?: string;
}

export async function createApp(
  setup: ServerSetup,
  log: ServerLog,
  { widgetFolder = WIDGET_FOLDER }: AppOptions = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(setup, log), new HttpPlatform(), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    ...(setup.tls && { httpsOptions: setup.tls }),
  });
  app.useWebSocketAdapter(new SignalingAdapter(app));
  limitConnections(app.getHttpServer(), setup.limits.connections);
  app.disable('x-powered-by');
  app.set('trust proxy', setup.trustProxyHops);
  setHeaders(app);
  openToAnyPage(app);
  app.useBodyParser('json', { limit: '64kb' });
  serveWidget(app, widgetFolder);
  if (setup.demo) app.useStaticAssets(join(SITE_FOLDER, 'assets'), { prefix: '/demo/', index: false, redirect: false });
  serveApiDocs(app);
  return app;
}

/** Somebody who sends a request drop by drop, or none, does not hold a connection for long, nor without number. */
function limitConnections(server: Server & { connectionsCheckingInterval?: number }, most: number): void {
  server.maxConnections = most;
  server.headersTimeout = 10_000;
  // Read when it begins to listen. By default connections that are overdue are looked for every 30 s.
  server.connectionsCheckingInterval = 2_000;
  server.requestTimeout = 30_000;
}
