/**
 * Cuts off clients that do not read. Socket.IO buffers without bound what a client does not take; here a socket with
 * more than a megabyte waiting is told goodbye and closed, and ended without ceremony if even that does not get out.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import type { SignalingServer, SignalingSocket } from './signaling-socket.js';

const BUFFER_LIMIT_BYTES = 1024 * 1024;
const CHECK_EVERY_MS = 1000;
const END_AFTER_MS = 5000;
/** Packets that may queue up on one socket between two looks at their size. */
const PACKETS_PER_LOOK = 32;

/** What is looked at of an Engine.IO connection; its types do not show it. */
interface Connection {
  writeBuffer: readonly { data?: string | Buffer }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
}

const connectionOf = (socket: SignalingSocket) => socket.conn as unknown as Connection;

@Injectable()
export class SlowReaders implements OnModuleDestroy {
  readonly #log: ServerLog;
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(SERVER_LOG) log: ServerLog) {
    this.#log = log;
  }

  start(server: SignalingServer): void {
    this.#timer = setInterval(() => {
      for (const socket of server.sockets.sockets.values()) this.#look(socket);
    }, CHECK_EVERY_MS);
    this.#timer.unref();
  }

  /** To be called after each emit on the hot path: costs one comparison as long as the client reads. */
  afterEmit(socket: SignalingSocket): void {
    const { length } = connectionOf(socket).writeBuffer;
    if (length >= PACKETS_PER_LOOK && length % PACKETS_PER_LOOK === 0) this.#look(socket);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  #look(socket: SignalingSocket): void {
    if (!socket.connected || waitingBytes(socket) <= BUFFER_LIMIT_BYTES) return;
    this.#log.warn({ participant: socket.data.holder.participant }, 'cut off a client that does not read');
    socket.emit('goodbye', { reason: 'too-slow' });
    socket.disconnect(true);
    setTimeout(() => connectionOf(socket).transport.socket?.terminate(), END_AFTER_MS).unref();
  }
}

/** Bytes that Engine.IO and the WebSocket hold back for this client. */
function waitingBytes(socket: SignalingSocket): number {
  const { transport, writeBuffer } = connectionOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return bytes;
}
