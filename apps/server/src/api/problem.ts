/** Error bodies of the REST API: RFC 9457 problem details with a stable code. */
import type { ErrorCode } from '@video-room/protocol';
import { z } from 'zod';

const PROBLEMS = {
  'invalid-request': [400, 'The request is not valid'],
  'malformed-json': [400, 'The body is not JSON'],
  unauthorized: [401, 'The key or token is missing or wrong'],
  'not-allowed': [403, 'This is not allowed'],
  'not-found': [404, 'There is nothing here'],
  'room-occupied': [409, 'The kind of a room cannot change while people are inside'],
  'room-full': [409, 'All seats of the room are taken'],
  conflict: [409, 'This cannot be done as things are'],
  'precondition-failed': [412, 'This is not as it was when you looked'],
  'payload-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is in a format that is not understood'],
  'rate-limited': [429, 'Too many requests'],
  internal: [500, 'The server failed'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Ends a request with this problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(PROBLEMS[code][1]);
    this.code = code;
  }
}

/** What a refusal of the rules that sockets and requests share is called here. */
const OF_PROTOCOL: Partial<Record<ErrorCode, ProblemCode>> = {
  'not-allowed': 'not-allowed',
  'room-full': 'room-full',
  'no-such-call': 'not-found',
  'no-such-participant': 'not-found',
  'in-a-call': 'conflict',
  'wrong-kind': 'conflict',
  'rate-limited': 'rate-limited',
};

export const codeOfRefusal = (code: ErrorCode): ProblemCode => OF_PROTOCOL[code] ?? 'internal';

export const problem = z.strictObject({
  type: z.literal('about:blank').describe('Always this: `code` tells problems apart.'),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).describe('Never changes its meaning.'),
  detail: z.string().optional(),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().describe('Where in the body, path or query, as a JSON pointer (RFC 6901).'),
        message: z.string(),
      }),
    )
    .optional()
    .describe('One entry for each field that is wrong.'),
});
export type Problem = z.infer<typeof problem>;

export function problemOf(code: ProblemCode, more: Pick<Problem, 'detail' | 'errors'> = {}): Problem {
  const [status, title] = PROBLEMS[code];
  return { type: 'about:blank', title, status, code, ...more };
}

/** The code for an HTTP status that something else decided on. */
export function codeOfStatus(status: number): ProblemCode {
  const entry = Object.entries(PROBLEMS).find(([, [known]]) => known === status);
  return (entry?.[0] as ProblemCode | undefined) ?? (status < 500 ? 'invalid-request' : 'internal');
}
