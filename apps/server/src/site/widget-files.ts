/**
 * Serves the built widget. Any page of any origin may load it; whether it may connect is decided when it does. The entry
 * is asked for anew each time, what it loads lazily has a hash in its name and never changes.
 */
import type { ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Where the build puts what is loaded lazily. */
const HASHED = 'chunks';

export function serveWidget(app: NestExpressApplication, folder: string): void {
  app.useStaticAssets(folder, {
    index: false,
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (response: ServerResponse, path) => {
      const isHashed = basename(dirname(path)) === HASHED;
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    },
  });
}
