/** The end of all connections when the server stops. */
import type { SignalingServer } from './signaling-socket.js';

/** How long clients have to take their goodbye, in milliseconds. */
const DRAIN_MS = 5000;
const LOOK_EVERY_MS = 20;

/** What is needed of Engine.IO's server; its types do not show it. */
interface Engine {
  clients: Record<string, { close(): void }>;
  clientsCount: number;
}

/** Tells everybody that the server stops, ends all transports (also those in no room) and waits until they are gone. */
export async function sayGoodbye(server: SignalingServer): Promise<void> {
  for (const socket of server.sockets.sockets.values()) socket.emit('goodbye', { reason: 'server-stopping' });
  const engine = server.engine as unknown as Engine;
  for (const connection of Object.values(engine.clients)) connection.close();
  const deadline = performance.now() + DRAIN_MS;
  while (engine.clientsCount > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
