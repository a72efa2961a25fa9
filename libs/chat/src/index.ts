/** What people say to each other in a room: chat, reactions, data. Knows no sockets, no tokens and not how rooms seat people. */
export * from './chat-world.js';
export * from './chat.js';
