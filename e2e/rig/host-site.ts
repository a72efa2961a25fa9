/**
 * A site owner's page: another origin than the server's, with the Content-Security-Policy that the README recommends,
 * holding nothing but the script tag and the element.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export class HostSite {
  readonly #server: Server;
  readonly #videoRoomOrigin: string;

  private constructor(server: Server, videoRoomOrigin: string) {
    this.#server = server;
    this.#videoRoomOrigin = videoRoomOrigin;
  }

  static async start(videoRoomOrigin: string): Promise<HostSite> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://host');
      const tags = url.searchParams.getAll('tag').map((attributes) => `<video-room ${attributes}></video-room>`);
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': recommendedPolicy(videoRoomOrigin),
      });
      response.end(
        `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">` +
          `<script type="module" src="${videoRoomOrigin}/video-room.js"></script><main>${tags.join('')}</main></html>`,
      );
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new HostSite(server, videoRoomOrigin);
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as { port: number }).port}`;
  }

  /** A page with one element per set of attributes. */
  url(...tags: Record<string, string>[]): string {
    const url = new URL(this.origin);
    for (const attributes of tags) {
      const text = Object.entries(attributes).map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`);
      url.searchParams.append('tag', text.join(' '));
    }
    return url.href;
  }

  get videoRoomOrigin(): string {
    return this.#videoRoomOrigin;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Kept the same as in the README. */
export function recommendedPolicy(server: string): string {
  const socket = server.replace(/^http/, 'ws');
  return `default-src 'none'; script-src ${server}; connect-src ${server} ${socket}; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;
}
