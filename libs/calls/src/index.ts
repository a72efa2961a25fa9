/** Calls: who asks whom for what, and what becomes of it. Knows no sockets, no tokens and not how rooms seat people. */
export * from './call-machine.js';
export * from './call-world.js';
export * from './calls.js';
