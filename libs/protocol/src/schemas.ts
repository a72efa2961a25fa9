/**
 * The shapes of messages.ts as zod schemas, for whoever receives them from strangers: the server. Kept out of the
 * index because the widget must not carry a validator. The one message on the hot path, `signal`, has its own check in
 * check-signal.ts.
 */
import { z } from 'zod';
import { LIMITS } from './limits.js';
import type { ConnectAuth, LeaveMessage, UpdateMessage } from './messages.js';
import { cleanLine } from './text.js';

export { checkSignal } from './check-signal.js';

/** A display name. Cleaned, not refused, for its characters; refused only if nothing is left. */
export const displayName = z
  .string()
  .max(LIMITS.nameLength * 8)
  .transform((name) => cleanLine(name, LIMITS.nameLength))
  .pipe(z.string().min(1));

export const mediaState = z.strictObject({ microphone: z.boolean(), camera: z.boolean() });

export const connectAuth = z.object({
  token: z.string().min(1).max(LIMITS.tokenLength),
  protocol: z.int(),
  instance: z.string().regex(/^[\w-]{16,64}$/),
  resumeKey: z.string().max(LIMITS.tokenLength).optional(),
  name: displayName.optional(),
  media: mediaState.optional(),
}) satisfies z.ZodType<ConnectAuth>;

export const updateMessage = z.strictObject({
  name: displayName.optional(),
  media: mediaState.optional(),
}) satisfies z.ZodType<UpdateMessage>;

export const leaveMessage = z.strictObject({
  returning: z.boolean().optional(),
}) satisfies z.ZodType<LeaveMessage>;
