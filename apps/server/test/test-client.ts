/** A client of the signaling socket that remembers everything it was sent, and waits for conditions, never for times. */
import { PROTOCOL_VERSION, type Reply, type ServerMessages, type WireError } from '@video-room/protocol';
import { io, Manager, type Socket } from 'socket.io-client';

export interface ClientOptions {
  auth?: Record<string, unknown>;
  origin?: string;
}

type Received = { [Type in keyof ServerMessages]: { type: Type; payload: ServerMessages[Type] } }[keyof ServerMessages];

const PATIENCE_MS = 10_000;
let instances = 0;

export const newInstance = (): string => `instance-number-${(instances += 1)}`;

export class TestClient {
  readonly socket: Socket;
  readonly received: Received[] = [];
  readonly #waiting = new Set<() => void>();
  #refusal: WireError | undefined;
  #disconnected = false;

  constructor(url: string, { auth = {}, origin }: ClientOptions) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      rejectUnauthorized: false,
      auth: { protocol: PROTOCOL_VERSION, instance: newInstance(), ...auth },
      ...(origin !== undefined && { extraHeaders: { origin } }),
    });
    this.socket.onAny((type: string, payload: unknown) => {
      this.received.push({ type, payload } as Received);
      this.#wake();
    });
    this.socket.on('connect_error', (error: Error & { data?: WireError }) => {
      this.#refusal = error.data;
      this.#wake();
    });
    this.socket.on('disconnect', () => {
      this.#disconnected = true;
      this.#wake();
    });
  }

  /** The payloads of all messages of a type so far. */
  all<Type extends keyof ServerMessages>(type: Type): ServerMessages[Type][] {
    return this.received
      .filter((message) => message.type === type)
      .map(({ payload }) => payload as ServerMessages[Type]);
  }

  /** The first message of a type that fits, whether it came already or comes. */
  async next<Type extends keyof ServerMessages>(
    type: Type,
    fits: (payload: ServerMessages[Type]) => boolean = () => true,
  ): Promise<ServerMessages[Type]> {
    await this.until(`a ${type} message`, () => this.all(type).some(fits));
    return this.all(type).find(fits) as ServerMessages[Type];
  }

  async whenReady(): Promise<this> {
    await this.next('ready');
    return this;
  }

  /** The newest `ready`. */
  get ready(): ServerMessages['ready'] {
    const ready = this.all('ready').at(-1);
    if (!ready) throw new Error('not ready yet');
    return ready;
  }

  get id(): string {
    return this.ready.you;
  }

  /** What the connect was refused with. */
  async refusal(): Promise<WireError> {
    await this.until('a refusal', () => this.#refusal !== undefined);
    return this.#refusal as WireError;
  }

  disconnected(): Promise<void> {
    return this.until('the end of the connection', () => this.#disconnected);
  }

  /** Sends and waits for the acknowledgement. */
  async request(type: string, ...payload: unknown[]): Promise<Reply> {
    return (await this.socket.timeout(PATIENCE_MS).emitWithAck(type, ...payload)) as Reply;
  }

  /** Everything sent so far has been handled when this resolves. */
  async settle(): Promise<void> {
    await this.request('no such message');
  }

  /** Cuts the connection as a network would, without a word. */
  drop(): void {
    this.socket.io.engine.close();
  }

  close(): void {
    this.socket.disconnect();
  }

  until(what: string, condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!condition()) return;
        this.#waiting.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE_MS);
      timer.unref();
      this.#waiting.add(check);
      check();
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) check();
  }
}

/** The link between two clients, as the first one sees it. */
export function linkBetween(one: TestClient, other: TestClient) {
  const known = [...one.ready.links, ...one.all('link')].filter(({ peer }) => peer === other.id);
  const link = known.at(-1);
  if (link?.state !== 'open') throw new Error('there is no open link');
  return link;
}

export const offer = (link: string, seq = 1) => ({ link, seq, kind: 'offer', sdp: `v=0\r\no=- ${seq}` });

/** A session description of exactly this length, from 7. */
export function longSdp(length: number): string {
  const line = `\r\na=${'x'.repeat(1020)}`;
  const [lines, rest] = [Math.floor((length - 7) / line.length), (length - 7) % line.length];
  return `v=0\r\ns=${'x'.repeat(rest)}${line.repeat(lines)}`;
}

/** An open transport without a namespace: what anybody can have without a token. */
export async function openTransport(url: string, extraHeaders: Record<string, string> = {}) {
  const manager = new Manager(url, {
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    extraHeaders,
  });
  await new Promise<void>((resolve, reject) => manager.open((error) => (error ? reject(error) : resolve())));
  const { ws } = manager.engine.transport as unknown as { ws: { send(frame: string): void } };
  return {
    /** Sends one WebSocket frame as it is. */
    send: (frame: string) => ws.send(frame),
    closed: new Promise<void>((resolve) => manager.engine.on('close', () => resolve())),
    close: () => manager.engine.close(),
  };
}
