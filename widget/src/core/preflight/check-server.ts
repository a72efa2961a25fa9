/** The server: there, one of ours, by HTTP and by WebSocket, and agreed with this computer on what time it is. */
import { PROTOCOL_VERSION } from '@video-room/protocol';
import type { PreflightEnvironment } from './environment.js';
import { finding, type PreflightFinding } from './finding.js';
import { inTime } from './in-time.js';

const ANSWER_TIMEOUT_MS = 4_000;
/** Tokens bear 10 s; more than this also makes times that are shown look wrong. */
const CLOCK_TOLERANCE_MS = 30_000;

export interface ServerFindings {
  server: PreflightFinding;
  clock: PreflightFinding;
}

interface Health {
  status?: unknown;
  version?: unknown;
  protocol?: unknown;
  now?: unknown;
}

/** @param url origin; empty if there is none. @param blocked whether the page's policy keeps it from an address. */
export async function checkServer(
  environment: PreflightEnvironment,
  url: string,
  blocked: () => boolean,
  signal: AbortSignal,
): Promise<ServerFindings> {
  const unreachable = (): ServerFindings => ({
    server: finding('server', 'failed', blocked() ? 'blocked-by-csp' : 'server-unreachable'),
    clock: finding('clock', 'skipped', 'needs-server'),
  });
  if (!url) return unreachable();
  return inTime(
    signal,
    ANSWER_TIMEOUT_MS,
    async (lifetime) => {
      const { fetch, now } = environment;
      const sentAt = now();
      let response: Response;
      try {
        response = await fetch(`${url}/healthz`, { cache: 'no-store', credentials: 'omit', signal: lifetime });
      } catch {
        return unreachable();
      }
      const ms = now() - sentAt;
      const health = (await response.json().catch(() => undefined)) as Health | undefined;
      return {
        server: serverFinding(response.status, health, ms),
        clock: clockFinding(clockOf(health, response), sentAt + ms / 2),
      };
    },
    unreachable,
  );
}

function serverFinding(status: number, health: Health | undefined, ms: number): PreflightFinding {
  if (health?.status !== 'ok') return finding('server', 'failed', 'server-unknown', { status });
  const version = String(health.version);
  if (health.protocol !== PROTOCOL_VERSION) return finding('server', 'failed', 'protocol-unsupported', { version });
  return finding('server', 'ok', 'ok', { version, ms: Math.round(ms) });
}

/** Pages of other sites are not shown the Date header; it counts in whole seconds, which is enough. */
const clockOf = (health: Health | undefined, { headers }: Response): number =>
  typeof health?.now === 'number' ? health.now : Date.parse(headers.get('date') ?? '');

function clockFinding(serverClock: number, ownClock: number): PreflightFinding {
  if (!Number.isFinite(serverClock)) return finding('clock', 'skipped', 'not-told');
  const offsetMs = ownClock - serverClock;
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  if (Math.abs(offsetMs) <= CLOCK_TOLERANCE_MS) return finding('clock', 'ok', 'ok');
  return finding('clock', 'warning', 'clock-off', { seconds, direction: offsetMs > 0 ? 'ahead' : 'behind' });
}

/** Opens the transport that a call would use and waits for the server's first packet (Engine.IO 4: `0{…}`). */
export async function checkWebSocket(
  environment: PreflightEnvironment,
  url: string,
  blocked: () => boolean,
  signal: AbortSignal,
): Promise<PreflightFinding> {
  const refused = () => finding('websocket', 'failed', blocked() ? 'blocked-by-csp' : 'websocket-blocked');
  if (!url || !environment.has('WebSocket'))
    return finding('websocket', 'skipped', url ? 'needs-browser' : 'needs-server');
  return inTime(
    signal,
    ANSWER_TIMEOUT_MS,
    (lifetime) =>
      new Promise((resolve) => {
        let socket: ReturnType<PreflightEnvironment['socket']>;
        try {
          socket = environment.socket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
        } catch {
          // An https page may open none that is not encrypted.
          return resolve(refused());
        }
        lifetime.addEventListener('abort', () => socket.close());
        socket.addEventListener('message', ({ data }) =>
          resolve(String(data).startsWith('0{') ? finding('websocket', 'ok', 'ok') : refused()),
        );
        // A page's policy tells of itself just after the socket has failed.
        socket.addEventListener('error', () => setTimeout(() => resolve(refused())));
        socket.addEventListener('close', () => setTimeout(() => resolve(refused())));
      }),
    refused,
  );
}
