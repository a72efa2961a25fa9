/**
 * What pages of any origin may ask and read: whether the server is there, and what their token would open. Neither knows
 * cookies, and whether a page may use its token is part of the answer.
 */
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

const PATHS = ['/healthz', '/api/v1/token-checks'];
/** How long a browser may remember that it may ask, in seconds. */
const REMEMBERED_SECONDS = 600;

export function openToAnyPage(app: NestExpressApplication): void {
  app.use(PATHS, ({ method }: Request, response: Response, next: NextFunction) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (method !== 'OPTIONS') return next();
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    response.setHeader('Access-Control-Max-Age', String(REMEMBERED_SECONDS));
    response.status(204).end();
  });
}
