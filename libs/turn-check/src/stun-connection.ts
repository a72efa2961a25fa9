/** A way to a server over which whole STUN messages go: UDP, TCP or TLS. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { connect as connectTcp, isIP, isIPv6, type Socket } from 'node:net';
import { lookup } from 'node:dns/promises';
import { connect as connectTls, rootCertificates } from 'node:tls';
import type { CheckOptions } from './outcome.js';
import type { ServerAddress } from './server-url.js';
import { StunStream } from './stun-stream.js';

export interface StunConnection {
  /** Whether what is sent arrives or the connection is lost: nothing needs to be sent twice. */
  readonly isReliable: boolean;
  /** The server's IP address. */
  readonly remoteAddress: string;
  send(message: Buffer): void;
  /** Sends what is left, then closes. */
  close(): void;
}

export interface ConnectionEvents {
  message(bytes: Buffer): void;
  /** Not for a connection that was closed here. */
  lost(error: ConnectionError): void;
}

/** There is no way to the server, or there is no more. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  /** `tls`: the server was reached, but not trusted or not understood. */
  readonly stage: 'reach' | 'tls';
  /** The system's code, such as ECONNREFUSED. */
  readonly reason: string;

  constructor(stage: 'reach' | 'tls', reason: string) {
    super(`${stage} failed: ${reason}`);
    this.stage = stage;
    this.reason = reason;
  }
}

/** Resolves once messages can be sent. @throws ConnectionError, also when aborted on the way. */
export function openConnection(
  address: ServerAddress,
  events: ConnectionEvents,
  options: CheckOptions,
): Promise<StunConnection> {
  return address.transport === 'udp' ? openUdp(address, events, options) : openStream(address, events, options);
}

const reasonOf = (error: Error & { code?: string }): string => error.code ?? error.message;
const LATE = 'no answer in time';

async function openUdp(
  { host, port }: ServerAddress,
  events: ConnectionEvents,
  { signal }: CheckOptions,
): Promise<StunConnection> {
  // Over UDP nobody says at once that an address leads nowhere, and hardly any server lacks IPv4.
  const { address } = await lookup(host, { order: 'ipv4first' }).catch((error: Error) => {
    throw new ConnectionError('reach', reasonOf(error));
  });
  if (signal.aborted) throw new ConnectionError('reach', LATE);
  const socket: UdpSocket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.close();
      reject(new ConnectionError('reach', reasonOf(error)));
    };
    socket.once('error', fail);
    // It is called with what went wrong, too, which its types leave out.
    socket.connect(port, address, (error?: Error | null) => {
      socket.off('error', fail);
      if (error) fail(error);
      else resolve();
    });
  });
  let isClosed = false;
  // A connected socket is told when nobody listens (ICMP), by an event or by the next send.
  const lost = (error: Error | null): void => {
    if (error && !isClosed) events.lost(new ConnectionError('reach', reasonOf(error)));
  };
  socket.on('error', lost);
  socket.on('message', (bytes) => events.message(bytes));
  let unsent = 0;
  const closeWhenSent = (): void => void (isClosed && unsent === 0 && socket.close());
  return {
    isReliable: false,
    remoteAddress: address,
    send(message) {
      if (isClosed) return;
      unsent += 1;
      socket.send(message, (error) => {
        unsent -= 1;
        lost(error);
        closeWhenSent();
      });
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      closeWhenSent();
    },
  };
}

function openStream(
  { host, port, transport }: ServerAddress,
  events: ConnectionEvents,
  { signal, ca }: CheckOptions,
): Promise<StunConnection> {
  const isTls = transport === 'tls';
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const name = isIP(host) ? {} : { servername: host };
  const socket: Socket = isTls
    ? connectTls({ host, port, ...name, ...trusted })
    : connectTcp({ host, port, noDelay: true });
  const stream = new StunStream();
  let isReached = false;
  let isClosed = false;
  socket.once('connect', () => (isReached = true));
  return new Promise((resolve, reject) => {
    const lose = (reason: string): void => {
      if (isClosed) return;
      isClosed = true;
      signal.removeEventListener('abort', abort);
      socket.destroy();
      const error = new ConnectionError(isTls && isReached && !isOpen ? 'tls' : 'reach', reason);
      if (isOpen) events.lost(error);
      else reject(error);
    };
    const abort = (): void => lose(LATE);
    let isOpen = false;
    socket.on('error', (error) => lose(reasonOf(error)));
    socket.on('close', () => lose('closed by the server'));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const message of stream.push(chunk)) events.message(message);
      } catch (error) {
        lose((error as Error).message);
      }
    });
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      isOpen = true;
      signal.removeEventListener('abort', abort);
      resolve({
        isReliable: true,
        remoteAddress: socket.remoteAddress ?? '',
        send: (message) => void (isClosed || socket.write(message)),
        close() {
          if (isClosed) return;
          isClosed = true;
          // A server that does not close its side must not keep this process.
          socket.end(() => socket.destroy());
        },
      });
    });
  });
}
