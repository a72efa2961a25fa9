/**
 * The server's log: one JSON object a line (pino). Whatever is handed in is redacted here, so that no call site can
 * leak a token, a credential, a resume key or a session description by mistake.
 */
import { isSecretField, redactText } from '@video-room/log';
import { pino, type DestinationStream, type Logger } from 'pino';

export type ServerLog = Logger;
export const SERVER_LOG = Symbol('ServerLog');

const SDP_FIELD = /^(sdp|candidate|html)$/i;
const SDP_TEXT = /v=0\r?\no=[\s\S]*/g;
const BASIC = /\b(Basic|Bearer)\s+[\w+/=.-]+/gi;
/** Every text with something to mask has one of these in it. Most have none, and need no closer look. */
const SUSPECT = /[.:=]|basic|bearer|ufrag|usernameFragment/i;

/** What JSON leaves as it is, and terminals obey or turn the text around for. */
const INVISIBLE = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const visible = (text: string): string =>
  text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const clean = (text: string): string =>
  visible(SUSPECT.test(text) ? redactText(text.replace(SDP_TEXT, '[sdp]').replace(BASIC, '$1 [masked]')) : text);

/** Deeper than this nothing of ours goes; what does, such as an object that holds itself, is cut. */
const MAX_DEPTH = 6;

function strip(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return '[cut]';
  if (Array.isArray(value)) return value.map((inner) => strip(inner, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value instanceof Error ? plainError(value) : value)) {
    copy[visible(key)] = inner && (isSecretField(key) || SDP_FIELD.test(key)) ? '[masked]' : strip(inner, depth + 1);
  }
  return copy;
}

/** What is told of an error. Other fields of it may hold whatever somebody sent. */
const plainError = ({ name, message, stack, cause }: Error): object => ({
  name,
  message,
  stack,
  ...(cause !== undefined && { cause }),
});

/** `fields` fit to be written down. */
export const redactFields = (fields: object): Record<string, unknown> => strip(fields) as Record<string, unknown>;

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
          const cleaned = args.map((arg: unknown) => (typeof arg === 'string' ? clean(arg) : arg));
          method.apply(this, cleaned as typeof args);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
