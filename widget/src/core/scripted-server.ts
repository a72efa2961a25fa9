/** A signaling server that says what a test tells it to, over a real socket. Used by tests only. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import {
  DEFAULT_CHOICES,
  NO_MEDIA,
  type CallRecord,
  type ConnectAuth,
  type LinkRecord,
  type ParticipantRecord,
  type ReadyMessage,
  type WireError,
} from '@video-room/protocol';
import { Server, type Socket } from 'socket.io';

export const person = (id: string, joinedAt = 0, change: Partial<ParticipantRecord> = {}): ParticipantRecord => ({
  id,
  identity: id,
  name: id,
  metadata: '',
  attributes: {},
  connection: 'online',
  media: NO_MEDIA,
  choices: DEFAULT_CHOICES,
  inCall: false,
  rights: { publish: ['microphone', 'camera'], subscribe: true, publishData: true, admin: false },
  joinedAt,
  ...change,
});

export const linkTo = (peer: string, id = `link-${peer}`): LinkRecord => ({ id, peer, polite: true, state: 'open' });

/** Ben calls oneself. */
export const callOf = (id: string, change: Partial<CallRecord> = {}): CallRecord => ({
  id,
  kind: 'ring',
  state: 'ringing',
  caller: { identity: 'ben', name: 'Ben', participant: 'ben' },
  callee: { identity: 'me', name: 'Me' },
  video: true,
  createdAt: 0,
  ringsUntil: 45_000,
  ...change,
});

/** Not every Node has one; the server says nothing over it. */
Object.assign(globalThis, {
  WebSocket: class SilentSocket {
    close(): void {}
  },
});

export class ScriptedServer {
  /** What each connect brought. */
  readonly auths: ConnectAuth[] = [];
  /** Every message of clients. */
  readonly messages: { type: string; payload: unknown }[] = [];
  ready: ReadyMessage = {
    protocol: 1,
    server: { version: '1.0.0', startedAt: 1 },
    engine: 'mesh',
    room: {
      name: 'room',
      kind: 'meeting',
      access: 'open',
      capacity: 9,
      metadata: '',
      showWatchers: false,
      createdAt: 0,
    },
    admitted: true,
    you: 'me',
    resumeKey: 'key',
    participants: [person('me')],
    links: [],
    calls: [],
    messages: [],
    iceServers: [],
  };
  /** Refuses a connect when it returns something. */
  refuse: (auth: ConnectAuth) => WireError | undefined = () => undefined;
  /** The reply to a message that wants one; undefined: none. */
  reply: (type: string) => unknown = () => ({ ok: true });
  #io: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get sockets(): Socket[] {
    return [...(this.#io?.sockets.sockets.values() ?? [])];
  }

  /** Starts on a free port, or again on the one it had. */
  async start(): Promise<void> {
    const http = createServer();
    const io = new Server(http, { transports: ['websocket'] });
    this.#io = io;
    io.use((socket, next) => {
      const auth = socket.handshake.auth as ConnectAuth;
      this.auths.push(auth);
      const refusal = this.refuse(auth);
      next(refusal && Object.assign(new Error(refusal.code), { data: refusal }));
    });
    io.on('connection', (socket) => {
      socket.emit('ready', this.ready);
      socket.onAny((type: string, payload: unknown, acknowledge?: (reply: unknown) => void) => {
        this.messages.push({ type, payload });
        const reply = this.reply(type);
        if (reply !== undefined) acknowledge?.(reply);
      });
    });
    http.listen(this.#port, '127.0.0.1');
    await once(http, 'listening');
    this.#port = (http.address() as { port: number }).port;
  }

  say(type: string, payload: unknown): void {
    this.#io?.emit(type, payload);
  }

  /** Cuts every connection, as a lost network does. */
  cut(): void {
    for (const socket of this.sockets) socket.conn.close();
  }

  async stop(): Promise<void> {
    await this.#io?.close();
    this.#io = undefined;
  }
}

/** Waits for something that will happen, not for a time. */
export async function until<Value>(look: () => Value | undefined | false): Promise<Value> {
  const deadline = Date.now() + 8_000;
  for (;;) {
    const value = look();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
