/** The timeline of a room: what pages and the server say of it, kept for a while and put into one order. */
export type { PlacedRecord } from './merge-lines.js';
export * from './page.js';
export * from './selection.js';
export type { SignalDeed } from './signal-times.js';
export * from './timeline.js';
