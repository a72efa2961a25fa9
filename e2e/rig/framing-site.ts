/** Another site's page that holds a page in a frame. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export class FramingSite {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param allow what the frame is given, as its attribute says it. */
  static async start(inner: string, allow: string): Promise<FramingSite> {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><title>Frame</title><iframe width="800" height="600" allow="${allow}" src="${inner}">`,
      );
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new FramingSite(server);
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
