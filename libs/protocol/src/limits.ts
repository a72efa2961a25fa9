/**
 * Bounds of everything that crosses the wire. Server schemas and the widget read the same numbers, so a client can
 * know beforehand what would be refused. Lengths of strings are in UTF-16 code units, as JavaScript counts them.
 *
 * Imported as one, `LIMITS`: so written, a page carries only those it asks for.
 */
/** Longest room name. */
export const roomNameLength = 128;
/** Longest identity of a person. */
export const identityLength = 128;
/** Longest display name, after cleaning. */
export const nameLength = 64;
/** Longest free-form metadata string of a person or a room. */
export const metadataLength = 4096;
/** Most attributes of a person. */
export const attributeCount = 32;
/** Longest key and longest value of an attribute. */
export const attributeKeyLength = 64;
export const attributeValueLength = 512;
/** Largest Socket.IO message in bytes; a larger one ends the connection. */
export const messageBytes = 64 * 1024;
/** Longest session description. Leaves room for the envelope inside `messageBytes`. */
export const sdpLength = 60 * 1024;
/**
 * Lines of a session description, the longest of them, and its media sections. Nine sections with all codecs are 660 lines
 * of at most 130 characters in Chromium, 440 in Firefox; a link has two sections and two for each screen shared at once.
 */
export const sdpLines = 2000;
export const sdpLineLength = 2048;
export const sdpSections = 32;
/** Candidates in a session description, and of one end of a link in one negotiation. */
export const candidates = 200;
/** Peer connections that one link can have, one after the other. */
export const linkConnections = 1000;
/** Longest candidate line (RFC 8839 section 5.1). */
export const candidateLength = 1024;
/** Longest `sdpMid` and `usernameFragment` of a candidate. */
export const candidateFieldLength = 256;
/** Signals kept for one participant who is away: how many, and how many bytes in all. */
export const heldSignals = 256;
export const heldBytes = 512 * 1024;
/** Longest reason for declining and message of a moderator, after cleaning. */
export const reasonLength = 200;
/** Longest chat message. Longer ones are refused, not cut. */
export const textLength = 2000;
/** Messages of a room that are kept: those to everybody, and those that are not to everybody. */
export const keptMessages = 200;
export const keptPrivateMessages = 1000;
/** Messages that a newcomer gets: how many, and how many characters of text in all. */
export const historyMessages = 200;
export const historyLength = 128 * 1024;
/** Longest topic of a data message. */
export const topicLength = 64;
/** Largest payload of a data message, as JSON in UTF-8, and how deep it may be nested. */
export const payloadBytes = 16 * 1024;
export const payloadDepth = 32;
/** Most receivers that one data message can name. */
export const dataReceivers = 100;
/** Chat messages and reactions of one participant in ten seconds; data messages in one. */
export const chatsPerTenSeconds = 10;
export const reactionsPerTenSeconds = 20;
export const dataPerSecond = 20;
/** Reports of one participant in a minute. */
export const reportsPerMinute = 6;
/** Most that one report can say: first pictures, milliseconds until one, links of a sort, seconds of all links together. */
export const reportedFrames = 20;
export const reportedFrameMs = 120_000;
export const reportedLinks = 100;
export const reportedSeconds = 100_000;
/** The same: freezes of pictures, and milliseconds of all of them together. */
export const reportedFreezes = 10_000;
export const reportedFrozenMs = 10_000_000;
/** One `log`: lines, bytes as JSON in UTF-8; and how many of one participant in a minute. */
export const loggedLines = 200;
export const loggedBytes = 32 * 1024;
export const logsPerMinute = 30;
/** Most lines that one can say were lost before. */
export const lostLines = 1_000_000;
/** One line of it: words, particulars as JSON and how deep they may be nested. */
export const lineTextLength = 200;
export const lineDetailBytes = 4 * 1024;
export const lineDetailDepth = 6;
/** Questions for a link's timeline of one participant in a minute; lines that answer one, and their length as JSON. */
export const timelinesPerMinute = 40;
export const timelineLines = 400;
export const timelineLength = 128 * 1024;
/** Call requests from one person to another, and from one person in total, in a minute. */
export const callsToOnePerMinute = 5;
export const callsPerMinute = 30;
/** Call requests to one person from all others together, in a minute. */
export const ringsPerMinute = 60;
/** Calls of a room that are kept after their end: how many, and for how long. */
export const keptCalls = 1000;
export const keptCallsMs = 24 * 60 * 60 * 1000;
/** How long after a refusal somebody may not knock again, in milliseconds. */
export const knockAgainMs = 30_000;
/** Allowed origins in one token. */
export const originCount = 32;
export const originLength = 255;
/** Longest room token and resume key. */
export const tokenLength = 8 * 1024;
/** Most people any room may be set to hold. */
export const roomCapacity = 1000;
