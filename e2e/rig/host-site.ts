/**
 * A site owner's page: another origin than the server's, with the Content-Security-Policy that the README recommends,
 * holding nothing but the script tag and the element.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export class HostSite {
  readonly #server: Server;
  readonly #videoRoomOrigin: string;
  readonly #host: string;
  readonly #files: Map<string, [type: string, text: string]>;

  private constructor(
    server: Server,
    videoRoomOrigin: string,
    host: string,
    files: Map<string, [type: string, text: string]>,
  ) {
    this.#server = server;
    this.#host = host;
    this.#files = files;
    this.#videoRoomOrigin = videoRoomOrigin;
  }

  /** @param host name or address it is reached by; only of `localhost` browsers believe that it is secure. */
  static async start(videoRoomOrigin: string, host = 'localhost'): Promise<HostSite> {
    const files = new Map<string, [string, string]>();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://host');
      const file = files.get(url.pathname);
      if (file) {
        response.writeHead(200, { 'content-type': `text/${file[0]}; charset=utf-8` });
        response.end(file[1]);
        return;
      }
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
    server.listen(0, host);
    await once(server, 'listening');
    return new HostSite(server, videoRoomOrigin, host, files);
  }

  get origin(): string {
    return `http://${this.#host}:${(this.#server.address() as { port: number }).port}`;
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

  /** A file of the site's own, as it has them who bundle the element. */
  add(path: string, type: 'html' | 'javascript', text: string): void {
    this.#files.set(path, [type, text]);
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
