/** Tries STUN and TURN servers as a browser would use them. Knows no configuration and no words for people. */
export * from './check-stun.js';
export * from './check-turn.js';
export * from './outcome.js';
export * from './server-url.js';
