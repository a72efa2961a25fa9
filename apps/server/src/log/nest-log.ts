import type { LoggerService } from '@nestjs/common';
import type { ServerLog } from './server-log.js';

/** Nest's own lines in our log. What Nest calls `log` is detail to us: it tells of every route at start. */
export class NestLog implements LoggerService {
  readonly #log: ServerLog;

  constructor(log: ServerLog) {
    this.#log = log;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#log.debug({ nest: rest }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#log.error({ nest: rest }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#log.warn({ nest: rest }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#log.debug({ nest: rest }, String(message));
  }
}
