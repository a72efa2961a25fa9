/** Ports for what tests start. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/**
 * Linux, macOS and Windows take none of these for connections that go out, unless they are told to, so one that was closed for
 * a while is still free then; and browsers refuse none of them.
 */
const PORTS = { from: 11_000, to: 32_767 } as const;

/** A port of that address that is free for UDP and TCP. */
export async function freePort(address = LOOPBACK): Promise<number> {
  const port = randomInt(PORTS.from, PORTS.to + 1);
  const tcp = createServer();
  const udp = createSocket('udp4');
  try {
    tcp.listen(port, address);
    await once(tcp, 'listening');
    udp.bind(port, address);
    await once(udp, 'listening');
    return port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return await freePort(address);
    throw error;
  } finally {
    await Promise.all([tcp, udp].map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))));
  }
}
