/**
 * The wire: messages both ways, records, error codes, limits. Imports nothing of ours and nothing else, so that the
 * widget can use it for free. The schemas that check these shapes are in `@video-room/protocol/schemas`, for servers; what
 * only relay-only links need is in `@video-room/protocol/relay-only`, which pages load with the room.
 */
export * from './errors.js';
export * as LIMITS from './limits.js';
export * from './messages.js';
export * from './records.js';
export * from './signals.js';
export * from './timeline.js';
export * from './together-messages.js';
export * from './token-messages.js';
export * from './version.js';
