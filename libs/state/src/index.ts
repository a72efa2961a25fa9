/** The one plug for a second store: the port, its memory driver, and the contract every driver must pass. */
export * from './room-store.js';
export * from './memory/memory-room-store.js';
