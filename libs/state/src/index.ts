/**
 * The one plug for a second store: the ports, their memory drivers, and the contracts every driver must pass. Beside
 * them what every service needs that changes what is stored: turns and expiries.
 */
export * from './call-store.js';
export * from './expiries.js';
export * from './memory/memory-call-store.js';
export * from './memory/memory-message-store.js';
export * from './memory/memory-room-store.js';
export * from './memory/memory-timeline-store.js';
export * from './message-store.js';
export * from './room-store.js';
export * from './timeline-store.js';
export * from './turns.js';
