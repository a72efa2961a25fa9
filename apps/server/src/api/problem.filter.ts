/** The one place where whatever went wrong in a request becomes its answer. Foreign texts never reach the client. */
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ProtocolError } from '@video-room/protocol';
import type { Response } from 'express';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Happenings } from '../metrics/happenings.js';
import { codeOfRefusal, codeOfStatus, problemOf, Refused, type Problem } from './problem.js';
import { TooManyRequests } from './rate-limits.js';
import { InvalidBody } from './validation.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #happenings: Happenings;
  readonly #log: ServerLog;

  constructor(happenings: Happenings, @Inject(SERVER_LOG) log: ServerLog) {
    this.#happenings = happenings;
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const found = this.#problemOf(error);
    this.#happenings.emit('refused', 'request', found.code);
    // The figures have a way of their own to say who one is.
    if (found.status === 401 && !response.hasHeader('WWW-Authenticate')) {
      response.setHeader('WWW-Authenticate', 'Basic realm="video-room", charset="UTF-8"');
    }
    const waitMs = waitOf(error);
    if (waitMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(waitMs / 1000)));
    response
      .status(found.status)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(found));
  }

  #problemOf(error: unknown): Problem {
    if (error instanceof InvalidBody) return problemOf('invalid-request', { errors: error.errors });
    if (error instanceof Refused) return problemOf(error.code);
    if (error instanceof ProtocolError) return this.#refusalOf(error);
    const status = statusOf(error);
    if (isMalformedJson(error)) return problemOf('malformed-json');
    if (status >= 500) this.#log.error({ err: error }, 'a request could not be handled');
    return problemOf(codeOfStatus(status));
  }

  #refusalOf(error: ProtocolError): Problem {
    const code = codeOfRefusal(error.code);
    if (code === 'internal') this.#log.error({ err: error }, 'a request could not be handled');
    return problemOf(code);
  }
}

/** After how many milliseconds the same request would be accepted. */
function waitOf(error: unknown): number | undefined {
  if (error instanceof TooManyRequests) return error.retryAfterSeconds * 1000;
  return error instanceof ProtocolError ? error.retryAfterMs : undefined;
}

/** Nest's exceptions and those of Express's body parser both say their status, each in its own way. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/** Nest keeps nothing of the body parser's error but its text. */
const isMalformedJson = (error: unknown): boolean =>
  error instanceof HttpException && error.getStatus() === 400 && error.message.includes('JSON');
