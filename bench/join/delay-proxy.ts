/**
 * A TCP proxy that makes the way to a server long: half a round trip each way, order kept, and one round trip before
 * anything of a new connection gets through, which is what TCP's handshake would take.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface DelayProxy {
  port: number;
  close(): void;
}

export async function openDelayProxy(targetPort: number, roundTripMs: number): Promise<DelayProxy> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    const establishedAt = performance.now() + roundTripMs;
    forward(client, upstream, () => Math.max(performance.now(), establishedAt) + roundTripMs / 2);
    forward(upstream, client, () => performance.now() + roundTripMs / 2);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Passes on each chunk, and the end, when it is due. */
function forward(from: Socket, to: Socket, dueAt: () => number): void {
  const waiting: { dueAt: number; pass: () => void }[] = [];
  const release = () => {
    const now = performance.now();
    for (let [first] = waiting; first && first.dueAt <= now; [first] = waiting) {
      waiting.shift();
      first.pass();
    }
    // A timer may fire up to a millisecond early.
    const [next] = waiting;
    if (next) setTimeout(release, Math.max(1, next.dueAt - now));
  };
  const take = (pass: () => void) => {
    waiting.push({ dueAt: dueAt(), pass });
    if (waiting.length === 1) release();
  };
  from.on('data', (chunk: Buffer) => take(() => to.write(chunk)));
  from.on('end', () => take(() => to.end()));
  from.on('close', () => take(() => to.destroy()));
}
