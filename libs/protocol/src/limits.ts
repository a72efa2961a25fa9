/**
 * Bounds of everything that crosses the wire. Server schemas and the widget read the same numbers, so a client can
 * know beforehand what would be refused. Lengths of strings are in UTF-16 code units, as JavaScript counts them.
 */
export const LIMITS = {
  /** Longest room name. */
  roomNameLength: 128,
  /** Longest identity of a person. */
  identityLength: 128,
  /** Longest display name, after cleaning. */
  nameLength: 64,
  /** Longest free-form metadata string of a person or a room. */
  metadataLength: 4096,
  /** Most attributes of a person. */
  attributeCount: 32,
  /** Longest key and longest value of an attribute. */
  attributeKeyLength: 64,
  attributeValueLength: 512,
  /** Largest Socket.IO message in bytes; a larger one ends the connection. */
  messageBytes: 64 * 1024,
  /** Longest session description. Leaves room for the envelope inside `messageBytes`. */
  sdpLength: 60 * 1024,
  /** Longest candidate line (RFC 8839 section 5.1). */
  candidateLength: 1024,
  /** Longest `sdpMid` and `usernameFragment` of a candidate. */
  candidateFieldLength: 256,
  /** Signals kept for one participant who is away: how many, and how many bytes in all. */
  heldSignals: 256,
  heldBytes: 512 * 1024,
  /** Longest reason for declining and message of a moderator, after cleaning. */
  reasonLength: 200,
  /** Longest chat message. Longer ones are refused, not cut. */
  textLength: 2000,
  /** Messages of a room that are kept: those to everybody, and those that are not to everybody. */
  keptMessages: 200,
  keptPrivateMessages: 1000,
  /** Messages that a newcomer gets: how many, and how many characters of text in all. */
  historyMessages: 200,
  historyLength: 128 * 1024,
  /** Longest topic of a data message. */
  topicLength: 64,
  /** Largest payload of a data message, as JSON in UTF-8, and how deep it may be nested. */
  payloadBytes: 16 * 1024,
  payloadDepth: 32,
  /** Most receivers that one data message can name. */
  dataReceivers: 100,
  /** Chat messages and reactions of one participant in ten seconds; data messages in one. */
  chatsPerTenSeconds: 10,
  reactionsPerTenSeconds: 20,
  dataPerSecond: 20,
  /** Call requests from one person to another, and from one person in total, in a minute. */
  callsToOnePerMinute: 5,
  callsPerMinute: 30,
  /** Calls of a room that are kept after their end: how many, and for how long. */
  keptCalls: 1000,
  keptCallsMs: 24 * 60 * 60 * 1000,
  /** How long after a refusal somebody may not knock again, in milliseconds. */
  knockAgainMs: 30_000,
  /** Allowed origins in one token. */
  originCount: 32,
  originLength: 255,
  /** Longest room token and resume key. */
  tokenLength: 8 * 1024,
  /** Most people any room may be set to hold. */
  roomCapacity: 1000,
} as const;
