/** Serves both pages, so that where a page comes from is no difference between them. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS: readonly [prefix: string, folder: string][] = [
  ['/widget/', path.join(ROOT, 'dist/widget')],
  ['/socket.io', path.join(ROOT, 'node_modules/socket.io-client/dist/socket.io')],
  ['/', path.join(ROOT, 'bench/pages')],
];
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export interface PageServer {
  origin: string;
  close(): void;
}

export async function openPageServer(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(fileOf(pathname)).then(
      (content) => response.setHeader('content-type', TYPES[path.extname(pathname)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** `pathname` has no `..` any more: URL took them out. */
function fileOf(pathname: string): string {
  const [prefix, folder] = FOLDERS.find(([start]) => pathname.startsWith(start)) ?? ['/', ROOT];
  const rest = pathname.slice(prefix.length);
  return prefix.endsWith('/') ? path.join(folder, rest) : folder + rest;
}
