/** What a page's connections lead over, what it says of it, and how to make one look for another way. */
import { expect, type Page } from '@playwright/test';
import type { ServerMessages } from '@video-room/protocol';

/** The ends of the path of each open connection, as `relay/relay`. */
export function pathsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
    return Promise.all(
      open.map(async (connection) => {
        const stats = (await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
        const all = [...stats.values()];
        const transport = all.find(({ type }) => type === 'transport');
        const pair = stats.get(String(transport?.['selectedCandidatePairId']));
        const typeOf = (end: unknown) => String(stats.get(String(end))?.['candidateType']);
        return `${typeOf(pair?.['localCandidateId'])}/${typeOf(pair?.['remoteCandidateId'])}`;
      }),
    );
  });
}

/** How this end reaches its relay (`udp`, `tcp` or `tls`), and the port it has there: a restart takes another. */
export function ownRelayOf(page: Page): Promise<{ protocol: string; port: number }> {
  return page.evaluate(async () => {
    const connection = window.peerConnections.find(({ connectionState }) => connectionState === 'connected');
    const report = await connection?.getStats();
    const stats = new Map<string, Record<string, unknown>>(report ?? []);
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const pair = stats.get(String(transport?.['selectedCandidatePairId']));
    const own = stats.get(String(pair?.['localCandidateId']));
    return { protocol: String(own?.['relayProtocol']), port: Number(own?.['port']) };
  });
}

/** When the credentials end that the first open connection works with, in seconds since 1970. */
export function expiryOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const connection = window.peerConnections.find(({ connectionState }) => connectionState !== 'closed');
    const servers = connection?.getConfiguration().iceServers ?? [];
    return Number(servers.find(({ username }) => username)?.username?.split(':')[0]);
  });
}

/** Makes the page believe that its first connection has lost its way, so that it looks for another. */
export function loseWay(page: Page): Promise<void> {
  return page.evaluate(() => {
    const connection = window.peerConnections.find(({ connectionState }) => connectionState === 'connected')!;
    // A restart asks to negotiate; from then on the connection tells the truth again.
    connection.addEventListener('negotiationneeded', () => Reflect.deleteProperty(connection, 'connectionState'), {
      once: true,
    });
    Object.defineProperty(connection, 'connectionState', { get: () => 'failed', configurable: true });
    connection.dispatchEvent(new Event('connectionstatechange'));
  });
}

/** Remembers the messages of one type that the page gets from now on; to be called before it opens. */
export function watchMessages<Type extends keyof ServerMessages>(page: Page, type: Type): ServerMessages[Type][] {
  const got: ServerMessages[Type][] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const text = payload.toString();
      if (text.startsWith(`42["${type}",`)) got.push((JSON.parse(text.slice(2)) as [Type, ServerMessages[Type]])[1]);
    }),
  );
  return got;
}

/** Waits until the page's one connection leads over a relay at both ends. */
export const expectRelayed = (page: Page): Promise<void> => expect.poll(() => pathsOf(page)).toEqual(['relay/relay']);
