/**
 * A WebSocket client of the fewest instructions, so that the load side leaves the machine to the server: whole text
 * frames only, masked with zeros (which is masked all the same for the server), no compression, no fragments.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';
const TEXT_FRAME = 0x81;
const MASKED = 0x80;

/** A text frame of a client. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = TEXT_FRAME;
  head[1] = MASKED | Math.min(length, 126);
  if (length > 0xffff) throw new RangeError('a frame of the bench has at most 65535 bytes');
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

export class RawSocket {
  /** Given each text frame's payload, valid only during the call. */
  onText: (payload: Buffer) => void = () => undefined;
  onClose: () => void = () => undefined;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #isUpgraded = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('close', () => this.onClose());
  }

  /**
   * @param localAddress where it comes from; each address of one's own has so many ports.
   * @param timeoutMs how long it may take, by default as long as TCP tries.
   */
  static async open(port: number, path: string, localAddress?: string, timeoutMs?: number): Promise<RawSocket> {
    const socket = connect({ port, host: '127.0.0.1', ...(localAddress !== undefined && { localAddress }) });
    try {
      await once(socket, 'connect', timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      socket.on('error', () => undefined).destroy();
      throw error;
    }
    const raw = new RawSocket(socket);
    const head = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ];
    socket.write(head.join('\r\n') + END_OF_HEAD);
    return raw;
  }

  get isOpen(): boolean {
    return this.#socket.writable;
  }

  send(frame: Buffer): void {
    this.#socket.write(frame);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve();
      this.#socket.once('close', () => resolve()).end();
    });
  }

  /** Leaves what comes where it is. */
  stopReading(): void {
    this.#socket.pause();
  }

  /** Ends it at once; nobody is told. */
  cut(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isUpgraded) {
      const end = data.indexOf(END_OF_HEAD);
      if (end >= 0) {
        this.#isUpgraded = true;
        data = data.subarray(end + END_OF_HEAD.length);
      }
    }
    this.#rest = this.#isUpgraded ? this.#takeFrames(data) : data;
  }

  /** Returns the bytes of a frame that is not whole yet. */
  #takeFrames(data: Buffer): Buffer {
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1] ?? 0;
      const start = at + (short < 126 ? 2 : 4);
      if (data.length < start) break;
      const end = start + (short < 126 ? short : data.readUInt16BE(at + 2));
      if (data.length < end) break;
      if (data[at] === TEXT_FRAME) this.onText(data.subarray(start, end));
      at = end;
    }
    return data.subarray(at);
  }
}
