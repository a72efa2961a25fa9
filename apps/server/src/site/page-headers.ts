/**
 * Security headers. What is not a page may do nothing; the demo pages live under the very policy the README recommends
 * to sites; only the API documents, a foreign page, may style inline.
 */
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { API_DOCS_PATH } from '../api/api-docs.js';

type Directives = Record<string, string[]>;

const NOTHING: Directives = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] };

const POLICIES: readonly (readonly [path: RegExp, directives: Directives])[] = [
  [
    new RegExp(`^/${API_DOCS_PATH}(/|$)`),
    {
      ...NOTHING,
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
    },
  ],
  [
    /^\/(log)?$|^\/(meet|call|broadcast|watch)\//,
    {
      ...NOTHING,
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
    },
  ],
];

const headersFor = (directives: Directives) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // Whether the host name is HTTPS for good is for whoever runs it to say.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

export function setHeaders(app: NestExpressApplication): void {
  const byPath = POLICIES.map(([path, directives]) => [path, headersFor(directives)] as const);
  const otherwise = headersFor(NOTHING);
  app.use((...[request, response, next]: Parameters<typeof otherwise>) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const [, headers] = byPath.find(([pattern]) => pattern.test(path)) ?? [undefined, otherwise];
    response.setHeader('Permissions-Policy', 'camera=(self), microphone=(self), display-capture=(self)');
    headers(request, response, next);
  });
}
