/** A browser in which all is well, for specs; each changes what it is about. */
import { PROTOCOL_VERSION } from '@video-room/protocol';
import { FakeDevices } from '../media/fake-devices.js';
import type { PreflightEnvironment } from './environment.js';
import { FakeConnection, type FakeNetwork } from './fake-connection.js';

export interface FakeServer {
  health: unknown;
  healthStatus: number;
  check: unknown;
  checkStatus: number;
  /** What a WebSocket gets: this message, or an error. */
  socket: string | Error;
  /** Does not answer at all. */
  down: boolean;
}

export class FakeEnvironment implements PreflightEnvironment {
  secure = true;
  /** What is not there. */
  readonly lacking = new Set<string>();
  readonly policies: Partial<Record<string, boolean>> = {};
  framed = false;
  readonly devices = new FakeDevices();
  readonly server: FakeServer = {
    health: { status: 'ok', version: '1.2.3', protocol: PROTOCOL_VERSION, now: Date.now() },
    healthStatus: 200,
    check: {
      result: 'accepted',
      access: 'open',
      iceServers: [
        { urls: ['stun:s.example'] },
        {
          urls: ['turn:t.example', 'turn:t.example?transport=tcp', 'turns:t.example'],
          username: 'canary-user',
          credential: 'canary-credential',
        },
      ],
    },
    checkStatus: 200,
    socket: '0{"sid":"x"}',
    down: false,
  };
  readonly network: FakeNetwork = { errors: {}, loopback: true, everyMs: 0 };
  /** Each request, as `method address body`. */
  readonly asked: string[] = [];
  #blocked: ((address: string) => void) | undefined;
  /** The page's policy keeps it from the server. */
  csp = false;

  readonly has = (path: string): boolean => !this.lacking.has(path);
  readonly pageFacts = (feature: string) => ({
    allowed: feature in this.policies ? this.policies[feature] : true,
    framed: this.framed,
  });
  readonly now = (): number => Date.now();

  readonly fetch = ((address: string, { method = 'GET', body = '', signal }: RequestInit = {}) => {
    this.asked.push(`${method} ${address} ${body as string}`);
    const { down, health, healthStatus, check, checkStatus } = this.server;
    if (this.csp) this.#blocked?.(address);
    if (this.csp) return Promise.reject(new TypeError('refused'));
    if (down) {
      return new Promise<Response>((_, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    }
    const [json, status] = address.endsWith('/healthz') ? [health, healthStatus] : [check, checkStatus];
    return Promise.resolve(new Response(JSON.stringify(json), { status }));
  }) as typeof globalThis.fetch;

  socket(url: string): Pick<WebSocket, 'addEventListener' | 'close'> {
    const events = new EventTarget();
    const { socket, down } = this.server;
    if (!down) {
      setTimeout(() => {
        if (this.csp) this.#blocked?.(url);
        if (socket instanceof Error || this.csp) events.dispatchEvent(new Event('error'));
        else events.dispatchEvent(new MessageEvent('message', { data: socket }));
      });
    }
    return Object.assign(events, { close: () => undefined }) as Pick<WebSocket, 'addEventListener' | 'close'>;
  }

  connect(configuration: RTCConfiguration): RTCPeerConnection {
    return new FakeConnection(configuration, this.network) as unknown as RTCPeerConnection;
  }

  watchBlocked(onBlocked: (address: string) => void): () => void {
    this.#blocked = onBlocked;
    return () => (this.#blocked = undefined);
  }
}
