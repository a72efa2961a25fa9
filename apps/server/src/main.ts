/** The start: configuration, the app, the banner, and an orderly end. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ConfigError, type ServerConfig } from './config.js';
import { createApp } from './create-app.js';
import { surroundings } from './diagnostics/checks.js';
import { configurationFindings } from './diagnostics/configuration-findings.js';
import { createServerLog } from './log/server-log.js';
import { DATA_FOLDER } from './project.js';
import { completeSetup } from './server-setup.js';
import { networkAddresses } from './startup/addresses.js';
import { banner } from './startup/banner.js';
import { CannotListen } from './startup/cannot-listen.js';
import { selfSignedCertificate } from './startup/certificate.js';
import { warnOf } from './startup/configuration-warnings.js';
import { configure } from './startup/configure.js';
import { developmentKey } from './startup/development-key.js';

/** A stop that takes longer than this ends the process all the same. */
const STOP_WITHIN_MS = 9000;

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function configureOrFail(): ServerConfig {
  try {
    return configure();
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message);
    throw error;
  }
}

const flags = process.argv.slice(2);
const unknown = flags.find((flag) => flag !== '--https');
if (unknown !== undefined) fail(`Unknown option ${unknown}. There is one: --https (a self-signed certificate).`);

const config = configureOrFail();
const addresses = networkAddresses();
if (flags.includes('--https') && !config.tls) {
  config.tls = await selfSignedCertificate(join(DATA_FOLDER, 'certificate.json'), addresses);
}
const needsKey = config.apiKeys.length === 0;
const setup = completeSetup(config, needsKey ? developmentKey(join(DATA_FOLDER, 'dev-key.json')) : undefined);
const log = createServerLog(setup.logLevel);
const app = await createApp(setup, log);

let isStopping = false;
/** A terminal sends the signal to this process and to the one that started it, which passes it on: it may come twice. */
const stop = async (signal: string): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  await app.close();
  process.exit(0);
};
process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));

try {
  await app.listen(setup.port, setup.host);
} catch (error) {
  const { message } =
    error instanceof CannotListen ? error : new CannotListen(setup.host, setup.port, ['HOST', 'PORT'], error);
  fail(message);
}
const { port } = app.getHttpServer().address() as AddressInfo;
process.stdout.write(banner(setup, port, addresses));
log.info({ port, development: setup.development, origins: setup.allowedOrigins }, 'listening');
warnOf(configurationFindings(setup, surroundings()), log);
