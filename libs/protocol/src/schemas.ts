/**
 * The shapes of messages.ts as zod schemas, for whoever receives them from strangers: the server. Kept out of the
 * index because the widget must not carry a validator. The one message on the hot path, `signal`, has its own check in
 * check-signal.ts.
 */
import { z } from 'zod';
import { isSmallJson } from './check-json.js';
import * as LIMITS from './limits.js';
import type {
  AnswerMessage,
  CallMessage,
  ConnectAuth,
  HangUpMessage,
  LeaveMessage,
  ReportMessage,
  UpdateMessage,
} from './messages.js';
import { LINK_FAILURES, LINK_PATHS, LINK_QUALITIES, MEDIA_SOURCES, ROOM_ACCESS } from './records.js';
import type { ClockMessage, LineDetail, LogLine, LogMessage, TimelineMessage } from './timeline.js';
import { cleanLine, cleanText } from './text.js';
import type { ChatMessage, DataMessage, Json, ModerateMessage, ReactMessage } from './together-messages.js';
import type { RenewMessage } from './token-messages.js';

export { checkSignal } from './check-signal.js';

/** A display name. Cleaned, not refused, for its characters; refused only if nothing is left. */
export const displayName = z
  .string()
  .max(LIMITS.nameLength * 8)
  .transform((name) => cleanLine(name, LIMITS.nameLength))
  .pipe(z.string().min(1));

/** The first of these that something is left of once it is cleaned, `?` if none is. */
export function firstName(...names: (string | undefined)[]): string {
  for (const name of names) {
    const cleaned = displayName.safeParse(name);
    if (cleaned.success) return cleaned.data;
  }
  return '?';
}

/** A client that knows nothing of screens leaves them out. */
export const mediaState = z.strictObject({
  microphone: z.boolean(),
  camera: z.boolean(),
  screen: z.boolean().default(false),
  screenAudio: z.boolean().default(false),
});

export const choices = z
  .strictObject({
    doNotDisturb: z.boolean(),
    addUp: z.boolean(),
    live: z.boolean(),
    watching: z.boolean(),
    handRaised: z.boolean(),
  })
  .partial();

export const connectAuth = z.object({
  token: z.string().min(1).max(LIMITS.tokenLength),
  protocol: z.int(),
  instance: z.string().regex(/^[\w-]{16,64}$/),
  resumeKey: z.string().max(LIMITS.tokenLength).optional(),
  name: displayName.optional(),
  media: mediaState.optional(),
  choices: choices.optional(),
}) satisfies z.ZodType<ConnectAuth>;

export const updateMessage = z.strictObject({
  name: displayName.optional(),
  media: mediaState.optional(),
  choices: choices.optional(),
}) satisfies z.ZodType<UpdateMessage>;

const callId = z.string().min(1).max(64);
const calledIdentity = z.string().min(1).max(LIMITS.identityLength);

/** Words of a person for another. Cleaned to one line; empty when nothing is left. */
export const reason = z
  .string()
  .max(LIMITS.reasonLength * 8)
  .transform((text) => cleanLine(text, LIMITS.reasonLength));

export const callMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ring'), identity: calledIdentity, video: z.boolean() }),
  z.strictObject({ kind: z.literal('stage'), identity: calledIdentity }),
  z.strictObject({ kind: z.literal('knock') }),
]) satisfies z.ZodType<CallMessage>;

export const answerMessage = z.strictObject({
  call: callId,
  accept: z.boolean(),
  reason: reason.optional(),
}) satisfies z.ZodType<AnswerMessage>;

export const hangUpMessage = z.strictObject({ call: callId }) satisfies z.ZodType<HangUpMessage>;

export const participantId = z.string().min(1).max(64);
export const mediaSource = z.enum(MEDIA_SOURCES);

/** A chat message. Cleaned line by line; refused if it is too long or nothing is left. */
export const chatText = z
  .string()
  .max(LIMITS.textLength)
  .transform((text) => cleanText(text, LIMITS.textLength))
  .pipe(z.string().min(1));

export const chatMessage = z.strictObject({
  text: chatText,
  to: participantId.optional(),
}) satisfies z.ZodType<ChatMessage>;

const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

export const reactMessage = z.strictObject({
  emoji: z.string().max(32).regex(ONE_EMOJI),
}) satisfies z.ZodType<ReactMessage>;

const smallJson = z
  .unknown()
  .refine((value) => isSmallJson(value), 'Not JSON, too large or nested too deeply') as z.ZodType<Json>;

export const dataMessage = z.strictObject({
  topic: z.string().min(1).max(LIMITS.topicLength),
  payload: smallJson,
  to: z.array(participantId).min(1).max(LIMITS.dataReceivers).optional(),
}) satisfies z.ZodType<DataMessage>;

const aboutSomebody = { participant: participantId };
const aboutMedia = { ...aboutSomebody, source: mediaSource };

export const moderateMessage = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('mute'), ...aboutMedia }),
  z.strictObject({ act: z.literal('mute-all'), source: mediaSource }),
  z.strictObject({ act: z.literal('ask-to-unmute'), ...aboutMedia }),
  z.strictObject({ act: z.literal('lower-hand'), ...aboutSomebody }),
  z.strictObject({ act: z.literal('remove'), ...aboutSomebody, message: reason.optional() }),
  z.strictObject({ act: z.literal('set-access'), access: z.enum(ROOM_ACCESS) }),
  z.strictObject({ act: z.literal('end'), message: reason.optional() }),
]) satisfies z.ZodType<ModerateMessage>;

/** The latest time that JavaScript knows, in milliseconds since 1970. */
const LATEST_MS = 8.64e15;

const count = (most: number) => z.int().min(0).max(most);
/** Some of these, each with a count. */
const counts = <Name extends string>(names: readonly Name[], most: number) =>
  z.partialRecord(z.enum(names), count(most));

export const reportMessage = z.strictObject({
  firstFrameMs: z.array(count(LIMITS.reportedFrameMs)).max(LIMITS.reportedFrames).optional(),
  paths: counts(LINK_PATHS, LIMITS.reportedLinks).optional(),
  failures: counts(LINK_FAILURES, LIMITS.reportedLinks).optional(),
  seconds: counts(LINK_QUALITIES, LIMITS.reportedSeconds).optional(),
  freezes: z.strictObject({ count: count(LIMITS.reportedFreezes), ms: count(LIMITS.reportedFrozenMs) }).optional(),
}) satisfies z.ZodType<ReportMessage>;

export const clockMessage = z.strictObject({}) satisfies z.ZodType<ClockMessage>;

const lineDetail = z
  .record(z.string(), z.unknown())
  .refine(
    (detail) => isSmallJson(detail, { bytes: LIMITS.lineDetailBytes, depth: LIMITS.lineDetailDepth }),
    'Not JSON, too large or nested too deeply',
  ) as z.ZodType<LineDetail>;

/** Words of the log's own, such as `negotiate` and `warn`. */
const term = z.string().regex(/^[a-z-]{1,32}$/);

/** Names a signal: `link:seq`, with any `seq` that a signal may have. */
export const signalCause = z.string().regex(/^[\w-]{1,64}:\d{1,16}$/);

const logLine = z.strictObject({
  time: z.number().min(0).max(LATEST_MS),
  level: term,
  category: term,
  person: participantId.optional(),
  text: z.string().min(1).max(LIMITS.lineTextLength),
  detail: lineDetail.optional(),
  cause: signalCause.optional(),
}) satisfies z.ZodType<LogLine>;

export const logMessage = z
  .strictObject({
    offsetMs: z.number().min(-LATEST_MS).max(LATEST_MS),
    dropped: count(LIMITS.lostLines),
    lines: z.array(logLine).min(1).max(LIMITS.loggedLines),
  })
  .refine(
    (log) => isSmallJson(log, { bytes: LIMITS.loggedBytes, depth: LIMITS.lineDetailDepth + 3 }),
    'Too large',
  ) satisfies z.ZodType<LogMessage>;

export const timelineMessage = z.strictObject({
  link: z.string().min(1).max(64),
}) satisfies z.ZodType<TimelineMessage>;

export const renewMessage = z.strictObject({
  token: z.string().max(LIMITS.tokenLength),
}) satisfies z.ZodType<RenewMessage>;

export const leaveMessage = z.strictObject({
  returning: z.boolean().optional(),
}) satisfies z.ZodType<LeaveMessage>;
