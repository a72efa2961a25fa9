/** API keys, room tokens and resume keys. Knows no HTTP, no sockets and no rooms. */
export * from './accepted-call.js';
export * from './api-keys.js';
export * from './claims.js';
export * from './issue-token.js';
export * from './resume-key.js';
export * from './verify-token.js';
