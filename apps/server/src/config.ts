/**
 * The configuration: environment in, checked values out. Every mistake is collected, none stops at the first. Knows no
 * Nest; the values it makes are handed to the modules.
 */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { ApiKey } from '@video-room/auth';
import type { CallsSettings } from '@video-room/calls';
import type { IceSettings } from '@video-room/ice';
import type { RoomsSettings } from '@video-room/rooms';
import { ENVIRONMENT, type Environment, type Variable, type VariableName } from './environment.js';

export interface ServerConfig {
  host: string;
  /** 0: any free port. */
  port: number;
  /** PEM texts; undefined: plain HTTP. */
  tls?: { key: string; cert: string };
  /** Empty: a development key is to be made. */
  apiKeys: ApiKey[];
  /** Exact origins, or `*`; those of the server itself are always allowed. Undefined: not said. */
  allowedOrigins?: string[] | '*';
  /** What browsers reach the server by, without a slash at the end. Undefined: as each request says. */
  publicUrl?: string;
  /** How many proxies in front may be believed about addresses. */
  trustProxyHops: number;
  ice: IceSettings;
  logLevel: Environment['LOG_LEVEL'];
  rooms: RoomsSettings;
  calls: CallsSettings;
  limits: {
    /** Requests a minute per address, and per API key. */
    restPerMinute: number;
    /** Messages a socket may send at once, and per second after that. */
    socketBurst: number;
    socketPerSecond: number;
    /** Transports that one address may open a minute. */
    connectsPerMinute: number;
    /** Transports without a seat: for how long, how many of one address, and how many in all. */
    idleMs: number;
    idlePerAddress: number;
    idleInAll: number;
    /** TCP connections at the same time. */
    connections: number;
  };
  /** Figures for Prometheus. Undefined: there are none. */
  metrics?: MetricsSettings;
  /** Demo pages and their tokens for everybody. Undefined: on exactly with the development key. */
  demo?: boolean;
}

/** Who may read the figures, and where. At least one of the two is there. */
export interface MetricsSettings {
  /** What a reader shows as bearer token; undefined: whoever reaches the address below may read. */
  token?: string;
  /** An address of their own; undefined: they are among the server's other paths. Port 0: any free one. */
  listen?: { host: string; port: number };
}

/** One thing that is wrong with the environment. */
export interface ConfigMistake {
  variable: VariableName;
  /** As it was given, secrets masked. */
  given: string;
  allowed: string;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly ConfigMistake[];

  constructor(mistakes: readonly ConfigMistake[]) {
    const lines = mistakes.map(({ variable, given, allowed }) => `  ${variable}: given ${given}; allowed: ${allowed}`);
    super(`The configuration has ${mistakes.length} mistake(s):\n${lines.join('\n')}`);
    this.mistakes = mistakes;
  }
}

/** How long a page that said it may return (a reload) keeps its seat, in milliseconds. */
const RETURN_GRACE_MS = 5000;

/** @throws ConfigError with every mistake. */
export function readConfig(environment: NodeJS.ProcessEnv): ServerConfig {
  const mistakes: ConfigMistake[] = [];
  const values = readVariables(environment, mistakes);
  const tls = readTls(values, mistakes);
  if (values.TURN_URLS?.length && values.TURN_SECRET === undefined) {
    mistakes.push({ variable: 'TURN_SECRET', given: 'nothing', allowed: 'the secret of the servers in TURN_URLS' });
  }
  const { PORT, METRICS_PORT } = values;
  if (METRICS_PORT && METRICS_PORT === PORT) {
    const given = `"${METRICS_PORT}", which is PORT`;
    mistakes.push({ variable: 'METRICS_PORT', given, allowed: ENVIRONMENT.METRICS_PORT.allowed });
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return toConfig(values as Environment, tls);
}

function readVariables(environment: NodeJS.ProcessEnv, mistakes: ConfigMistake[]): Partial<Environment> {
  const values: Record<string, unknown> = {};
  for (const [name, { schema, allowed, secret }] of Object.entries<Variable>(ENVIRONMENT)) {
    const text = environment[name]?.trim() || undefined;
    const result = schema.safeParse(text);
    if (result.success) {
      values[name] = result.data;
      continue;
    }
    const why = secret ? `a value that ${result.error.issues.map(({ message }) => message).join('; ')}` : quoted(text);
    mistakes.push({ variable: name as VariableName, given: why, allowed });
  }
  return values;
}

/** A URL may hold a password, although none of ours may. */
const quoted = (text = ''): string => `"${text.replace(/[^,]*@/g, '…@')}"`;

function readTls({ KEY, CERT }: Partial<Environment>, mistakes: ConfigMistake[]): ServerConfig['tls'] {
  if (KEY === undefined && CERT === undefined) return undefined;
  const read = (variable: 'KEY' | 'CERT', path: string | undefined): string => {
    const { allowed } = ENVIRONMENT[variable];
    if (path === undefined) {
      mistakes.push({ variable, given: 'nothing', allowed: `${allowed}; KEY and CERT go together` });
      return '';
    }
    try {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('-----BEGIN ')) mistakes.push({ variable, given: `"${path}", which is not PEM`, allowed });
      return text;
    } catch {
      mistakes.push({ variable, given: `"${path}", which cannot be read`, allowed });
      return '';
    }
  };
  const [before, tls] = [mistakes.length, { key: read('KEY', KEY), cert: read('CERT', CERT) }];
  if (mistakes.length > before) return undefined;
  try {
    createSecureContext(tls);
  } catch {
    const given = `"${KEY}" and "${CERT}", which do not make a key pair`;
    mistakes.push({ variable: 'KEY', given, allowed: 'a private key and the certificate made for it' });
  }
  return tls;
}

function toConfig(values: Environment, tls: ServerConfig['tls']): ServerConfig {
  return {
    host: values.HOST,
    port: values.PORT,
    ...(tls && { tls }),
    apiKeys: values.API_KEYS ?? [],
    ...(values.ALLOWED_ORIGINS && { allowedOrigins: values.ALLOWED_ORIGINS }),
    ...(values.PUBLIC_URL !== undefined && { publicUrl: values.PUBLIC_URL }),
    trustProxyHops: values.TRUST_PROXY,
    ice: {
      stunUrls: values.STUN_URLS ?? [],
      turnUrls: values.TURN_URLS ?? [],
      ...(values.TURN_SECRET !== undefined && { turnSecret: values.TURN_SECRET }),
      turnTtlSeconds: values.TURN_TTL,
    },
    logLevel: values.LOG_LEVEL,
    rooms: {
      capacity: values.ROOM_CAPACITY,
      awayGraceMs: values.SEAT_GRACE * 1000,
      returnGraceMs: Math.min(RETURN_GRACE_MS, values.SEAT_GRACE * 1000),
    },
    calls: { ringMs: values.RING_SECONDS * 1000 },
    limits: {
      restPerMinute: values.REST_RATE,
      socketBurst: values.SOCKET_BURST,
      socketPerSecond: values.SOCKET_RATE,
      connectsPerMinute: values.CONNECT_RATE,
      idleMs: values.IDLE_SECONDS * 1000,
      idlePerAddress: values.IDLE_PER_ADDRESS,
      idleInAll: values.IDLE_IN_ALL,
      connections: values.MAX_CONNECTIONS,
    },
    ...metricsOf(values),
    ...(values.DEMO !== undefined && { demo: values.DEMO }),
  };
}

function metricsOf({ METRICS_TOKEN: token, METRICS_PORT: port, METRICS_HOST: host }: Environment) {
  if (token === undefined && port === undefined) return {};
  const metrics: MetricsSettings = {
    ...(token !== undefined && { token }),
    ...(port !== undefined && { listen: { host, port } }),
  };
  return { metrics };
}
