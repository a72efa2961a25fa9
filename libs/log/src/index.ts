/** The log: entry, ring-buffer bus, logger with bound context, redaction. The same in server and browser. */
export * from './bus.js';
export * from './entry.js';
export * from './logger.js';
export * from './redact.js';
