/**
 * The server's log: one JSON object a line (pino). Whatever is handed in is redacted here, so that no call site can
 * leak a token, a credential, a resume key or a session description by mistake.
 */
import { redact, redactText } from '@video-room/log';
import { pino, type DestinationStream, type Logger } from 'pino';

export type ServerLog = Logger;
export const SERVER_LOG = Symbol('ServerLog');

const SDP_FIELD = /^(sdp|candidate|resume_key|html)$/i;
const SDP_TEXT = /v=0\r?\no=[\s\S]*/g;
const BASIC = /\b(Basic|Bearer)\s+[\w+/=.-]+/gi;

const withoutSdp = (text: string): string => text.replace(SDP_TEXT, '[sdp]').replace(BASIC, '$1 [masked]');

function strip(value: unknown): unknown {
  if (typeof value === 'string') return withoutSdp(value);
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SDP_FIELD.test(key) && inner ? '[masked]' : strip(inner)]),
  );
}

/** An error as plain data, its causes included. */
function plainError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause !== undefined && depth < 3 && { cause: plainError(cause, depth + 1) }) };
}

const plain = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plainError(value)]));

/** `fields` fit to be written down. */
export const redactFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  strip(redact(plain(fields))) as Record<string, unknown>;

/** @param destination where the lines go; default standard output. */
export function createServerLog(level: string, destination?: DestinationStream): ServerLog {
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: (value: unknown) => value },
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      hooks: {
        logMethod(args, method) {
          const clean = args.map((arg: unknown) => (typeof arg === 'string' ? withoutSdp(redactText(arg)) : arg));
          method.apply(this, clean as typeof args);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
