/**
 * The environment variables: how each is read, what is allowed (in words, for mistakes and documents), and whether its
 * value must never be shown. An empty variable counts as absent.
 */
import { parseApiKey, type ApiKey } from '@video-room/auth';
import { LIMITS } from '@video-room/protocol';
import { parseServerUrl } from '@video-room/turn-check';
import { z } from 'zod';

export interface Variable {
  schema: z.ZodType;
  allowed: string;
  secret?: boolean;
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

const whole = (min: number, max: number, fallback: number): Variable & { schema: z.ZodType<number> } => ({
  schema: wholeNumber(min, max).default(fallback),
  allowed: `a whole number from ${min} to ${max} (default ${fallback})`,
});

const listOf = <Item>(item: z.ZodType<Item, string>): z.ZodType<Item[] | undefined> =>
  z
    .string()
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .pipe(z.array(item))
    .optional();

const origin = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && url.origin === text && /^https?:\/\/[\w.:[\]-]+$/.test(text);
});

const apiKey = z.string().transform((text, context): ApiKey => {
  try {
    return parseApiKey(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const apiKeys = listOf(apiKey)
  .refine((keys) => keys?.length !== 0, 'holds no key')
  .refine((keys) => new Set(keys?.map(({ id }) => id)).size === (keys?.length ?? 0), 'has the same id twice');

/** What the regular expressions let through and is none all the same: a port that cannot be, say. */
function isServerUrl(text: string): boolean {
  try {
    parseServerUrl(text);
    return true;
  } catch {
    return false;
  }
}

const hostName = z.string().regex(/^[\w.:-]{1,255}$/);

export const ENVIRONMENT = {
  HOST: {
    schema: hostName.default('0.0.0.0'),
    allowed: 'an address or host name to listen on (default 0.0.0.0, all)',
  },
  PORT: whole(0, 65535, 3000),
  KEY: { schema: z.string().optional(), allowed: 'the path of a readable PEM file with the private key' },
  CERT: { schema: z.string().optional(), allowed: 'the path of a readable PEM file with the certificate chain' },
  API_KEYS: {
    schema: apiKeys,
    allowed: 'id:secret, several with commas between; secrets of at least 32 characters (default: a development key)',
    secret: true,
  },
  ALLOWED_ORIGINS: {
    schema: z.union([z.literal('*').transform(() => '*' as const), listOf(origin)]).optional(),
    allowed: '* or origins such as https://example.org, with commas between, without a path or slash at the end',
  },
  STUN_URLS: {
    schema: listOf(
      z
        .string()
        .regex(/^stuns?:[\w.[\]:-]+$/)
        .refine(isServerUrl),
    ),
    allowed: 'URLs such as stun:stun.example.org:3478, with commas between (default: none)',
  },
  TURN_URLS: {
    schema: listOf(
      z
        .string()
        .regex(/^turns?:[\w.[\]:-]+(\?transport=(udp|tcp))?$/)
        .refine(isServerUrl),
    ),
    allowed: 'URLs such as turn:turn.example.org:3478?transport=udp, with commas between (default: none)',
  },
  TURN_SECRET: {
    schema: z.string().min(16, 'is shorter than 16 characters').optional(),
    allowed: "coturn's static-auth-secret, at least 16 characters",
    secret: true,
  },
  TURN_TTL: whole(5, 7 * 24 * 3600, 600),
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    allowed: 'debug, info, warn, error or silent (default info)',
  },
  PUBLIC_URL: {
    schema: z
      .string()
      .transform((text) => text.replace(/\/$/, ''))
      .pipe(origin)
      .optional(),
    allowed: 'the origin browsers reach this server by, such as https://meet.example.org (default: as requests say)',
  },
  TRUST_PROXY: whole(0, 10, 0),
  ROOM_CAPACITY: whole(1, LIMITS.roomCapacity, 12),
  SEAT_GRACE: whole(0, 3600, 30),
  RING_SECONDS: whole(5, 600, 45),
  REST_RATE: whole(1, 100_000, 120),
  SOCKET_BURST: whole(10, 100_000, 300),
  SOCKET_RATE: whole(1, 10_000, 50),
  CONNECT_RATE: whole(1, 1_000_000, 1200),
  IDLE_SECONDS: whole(1, 3600, 20),
  IDLE_PER_ADDRESS: whole(1, 1_000_000, 250),
  IDLE_IN_ALL: whole(1, 1_000_000, 2500),
  MAX_CONNECTIONS: whole(1, 1_000_000, 20_000),
  METRICS_TOKEN: {
    schema: z
      .string()
      .min(16, 'is shorter than 16 characters')
      .regex(/^[\w.~+/-]+=*$/, 'has characters that no bearer token has')
      .optional(),
    allowed: 'at least 16 of A-Z a-z 0-9 - . _ ~ + / (default: none)',
    secret: true,
  },
  METRICS_PORT: {
    schema: wholeNumber(0, 65535).optional(),
    allowed: 'a whole number from 0 to 65535, another than PORT (default: none)',
  },
  METRICS_HOST: {
    schema: hostName.default('127.0.0.1'),
    allowed: 'an address or host name for METRICS_PORT to listen on (default 127.0.0.1, this machine alone)',
  },
  DEMO: {
    schema: z
      .enum(['on', 'off'])
      .transform((value) => value === 'on')
      .optional(),
    allowed: 'on or off (default: on with the development key, otherwise off)',
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof ENVIRONMENT;
export type Environment = { [Name in VariableName]: z.output<(typeof ENVIRONMENT)[Name]['schema']> };
