/**
 * Where a connection comes from. What proxies say of it counts only as far as they are ours: each adds the address it saw
 * to the end of X-Forwarded-For, so with so many hops in front the last so many entries are to be believed, and no other.
 * The same rule as Express has for requests, for upgrades, which never reach Express.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export function clientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const own = socket.remoteAddress ?? '';
  if (hops === 0) return own;
  const said = headers['x-forwarded-for'];
  const forwarded = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').map((part) => part.trim());
  const believed = forwarded.filter(Boolean).slice(-hops);
  // What is no address was not put there by a proxy: who sent it shares the budget of the proxy.
  const farthest = believed[0] ?? own;
  return isIP(farthest) === 0 ? own : farthest;
}
