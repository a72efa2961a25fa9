/** Express as Nest runs it, with a longer line at the door: when everybody comes back at once, nobody's first packet is lost. */
import type { Server } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

/** Connections that the system keeps until the server takes them. It may allow less (`net.core.somaxconn`). */
const BACKLOG = 4096;

export class HttpPlatform extends ExpressAdapter {
  override listen(
    port: number | string,
    ...more: [callback?: () => void] | [host: string, callback?: () => void]
  ): Server {
    const [host, callback] = typeof more[0] === 'string' ? more : [undefined, more[0]];
    return this.httpServer.listen({ port, host, backlog: BACKLOG }, callback);
  }
}
