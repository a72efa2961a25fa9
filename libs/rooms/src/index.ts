/** Rooms, participants, seats, and the rules for who is linked with whom and shown to whom. Knows no sockets and no tokens. */
export type { Chair } from './chair.js';
export * from './join-request.js';
export * from './link-rules.js';
export * from './links.js';
export type { ParticipantChange, RoomChange, RoomChanged } from './moderation.js';
export * from './participant-id.js';
export * from './rooms.js';
export * from './room-events.js';
export * from './visibility.js';
