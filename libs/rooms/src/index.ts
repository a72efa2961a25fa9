/** Rooms, participants, seats and the rule for who is linked with whom. Knows no sockets and no tokens. */
export * from './link-rules.js';
export * from './links.js';
export * from './participant-id.js';
export * from './rooms.js';
export * from './room-events.js';
export * from './turns.js';
