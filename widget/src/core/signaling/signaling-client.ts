/**
 * The socket to the server: connects, authenticates, comes back after a loss, hands messages over. It knows nothing of
 * media and keeps no truth about the room; a message that cannot go out now is dropped, because after the next `ready`
 * the session compares and repairs.
 */
import type {
  ClientMessages,
  ClientToServerEvents,
  ConnectAuth,
  LeaveMessage,
  Reply,
  ServerMessages,
  ServerToClientEvents,
} from '@video-room/protocol';
import { isErrorCode } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Manager, type Socket } from 'socket.io-client';
import { Emitter } from '../emitter.js';
import { VideoRoomError } from '../errors.js';
import { quickThenSteady, type ReconnectPolicy } from './reconnect-policy.js';

const HANDSHAKE_TIMEOUT_MS = 8_000;

/** A first connect that fails for so long is given up; a reconnect never is. */
const FIRST_CONNECT_PATIENCE_MS = 12_000;

const FAREWELL_TIMEOUT_MS = 3_000;

/** A try that has got nowhere for so long when the network returns was lost with it; a younger one is heard of soon. */
const STALE_TRY_MS = 2_000;

/** Refusals that another try can turn. */
const PASSING = new Set(['rate-limited', 'server-stopping', 'internal']);

export interface SignalingEvents {
  message: { [Name in keyof ServerMessages]: { type: Name; payload: ServerMessages[Name] } }[keyof ServerMessages];
  /** The connection is lost and being sought again; `silentMs`: for how long nothing had been heard by then. */
  lost: { silentMs: number };
  /** The server shows that it is there. */
  heard: undefined;
  /** Given up. */
  failed: VideoRoomError;
}

export interface OpenOptions {
  /** Called before each connect, so it may answer differently every time. */
  auth: () => ConnectAuth;
  /** Gets another token after `unauthorized`; tried once between two successful connects. */
  renew?: (() => Promise<void>) | undefined;
}

export interface SignalingOptions {
  log: Logger;
  policy?: ReconnectPolicy;
  random?: () => number;
}

export class SignalingClient extends Emitter<SignalingEvents> {
  readonly #log: Logger;
  readonly #policy: ReconnectPolicy;
  readonly #random: () => number;
  readonly #url: string;
  readonly #manager: Manager;
  #socket: Socket<ServerToClientEvents, ClientToServerEvents> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Ends a try that gets no answer. */
  #tryTimer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  /** Tries whose time was over since the server was last heard of. */
  #timeouts = 0;
  /** When the current try began or got somewhere, by the steady clock; 0 while there is none. */
  #triedAt = 0;
  #silentMs = 0;
  #openedAt = 0;
  #renew: OpenOptions['renew'];
  #renewed = false;
  #wasReady = false;
  #closed = false;

  /** @param url origin of the server. */
  constructor(url: string, options: SignalingOptions) {
    super();
    this.#url = url;
    this.#log = options.log.with({ category: 'signal' });
    this.#policy = options.policy ?? quickThenSteady;
    this.#random = options.random ?? Math.random;
    this.#manager = new Manager(url, {
      autoConnect: false,
      reconnection: false,
      transports: ['websocket'],
    });
  }

  get url(): string {
    return this.#url;
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
  }

  /** Opens the transport without entering a room, so that `open` needs one round trip less than three. */
  warm(): void {
    if (this.#closed || this.#socket) return;
    this.#manager.open((error) => {
      if (error) this.#log.debug('transport not open yet', { reason: error.message });
    });
  }

  /** Enters the room. Called once. */
  open({ auth, renew }: OpenOptions): void {
    this.#renew = renew;
    this.#openedAt = performance.now();
    const socket: Socket<ServerToClientEvents, ClientToServerEvents> = this.#manager.socket('/', {
      auth: (send) => send(auth()),
    });
    this.#socket = socket;
    socket.on('connect', () => this.#endTry());
    socket.on('connect_error', (error) => this.#onConnectError(error));
    socket.on('disconnect', (reason) => this.#onDisconnect(reason));
    this.#manager.on('open', () => this.#triedAt && this.#allow(this.#policy.longestMs));
    this.#manager.on('ping', () => this.emit('heard', undefined));
    socket.onAny((type: string, payload: unknown) => this.#onMessage(type as keyof ServerMessages, payload));
    this.#log.info('connecting', { server: this.#url });
    this.#connect(HANDSHAKE_TIMEOUT_MS);
  }

  /**
   * Sends a message if the socket is there.
   * @param patienceMs how long to wait for the reply.
   * @returns the reply, or undefined if it could not be sent or the socket was lost before the reply.
   */
  async request<Name extends keyof ClientMessages>(
    type: Name,
    payload: ClientMessages[Name],
    patienceMs = HANDSHAKE_TIMEOUT_MS,
  ): Promise<Reply | undefined> {
    const socket = this.#socket;
    if (!socket?.connected) return undefined;
    try {
      // The generic event map of Socket.IO cannot follow a type parameter.
      return (await (socket as Socket).timeout(patienceMs).emitWithAck(type, payload)) as Reply;
    } catch {
      return undefined;
    }
  }

  /** Sends a message and asks for no reply; a refusal comes as `refused`. */
  send<Name extends keyof ClientMessages>(type: Name, payload: ClientMessages[Name]): void {
    if (this.#socket?.connected) (this.#socket as Socket).emit(type, payload);
  }

  /** Tries at once instead of waiting out the delay; if the network `isBack`, also instead of a try it has swallowed. */
  retryNow(isBack: boolean): void {
    if (isBack && this.#triedAt && performance.now() - this.#triedAt > STALE_TRY_MS) this.drop();
    if (this.#retryTimer === undefined) return;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#attempt = 0;
    this.#connect();
  }

  /** Gives up a connection that carries nothing any more, without a word, and seeks another. @param silentMs since when. */
  drop(silentMs = 0): void {
    if (!this.connected && !this.#triedAt) return;
    this.#silentMs = silentMs;
    this.#manager._close();
  }

  /** Ends the connection for good; with `leave`, after the server has taken that message. */
  close(leave?: LeaveMessage): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#tryTimer);
    if (!this.#socket) this.#manager._close();
    else if (leave && this.#retryTimer === undefined) this.#sayFarewell(this.#socket, leave);
    else this.#socket.disconnect();
  }

  /**
   * Socket.IO drops what it received just before a disconnect, so the reply is awaited. A connect that is under way may
   * have taken a seat already, so that is awaited too.
   */
  #sayFarewell(socket: Socket, leave: LeaveMessage): void {
    const patience = setTimeout(() => socket.disconnect(), FAREWELL_TIMEOUT_MS);
    const hangUp = () => {
      clearTimeout(patience);
      socket.disconnect();
    };
    const farewell = () => socket.emit('leave', leave, hangUp);
    socket.once('disconnect', hangUp);
    if (socket.connected) farewell();
    else socket.once('connect', farewell);
  }

  #onMessage(type: keyof ServerMessages, payload: unknown): void {
    if (this.#closed) return;
    if (type === 'ready') {
      this.#attempt = this.#timeouts = 0;
      this.#wasReady = true;
      this.#renewed = false;
    }
    this.emit('message', { type, payload } as SignalingEvents['message']);
  }

  #onConnectError(error: Error & { data?: unknown }): void {
    if (this.#closed) return;
    const refusal = error.data as { code?: unknown; message?: unknown } | undefined;
    if (isErrorCode(refusal?.code)) {
      this.#log.warn('refused', { code: refusal.code });
      if (refusal.code === 'unauthorized' && this.#renew && !this.#renewed) return this.#renewToken(this.#renew);
      if (!PASSING.has(refusal.code)) return this.#fail(new VideoRoomError(refusal.code, String(refusal.message)));
    } else {
      this.#log.warn('server not reached', { attempt: this.#attempt, reason: error.message });
    }
    this.#retry(error);
  }

  #onDisconnect(reason: string): void {
    if (this.#closed) return;
    this.#log.warn('connection lost', { reason });
    this.emit('lost', { silentMs: reason === 'ping timeout' ? Infinity : this.#silentMs });
    this.#silentMs = 0;
    this.#retry();
  }

  #connect(timeoutMs = this.#policy.timeoutMs(this.#timeouts)): void {
    this.#allow(timeoutMs);
    this.#socket?.connect();
  }

  /** Gives the try under way so much time from now on. */
  #allow(timeoutMs: number): void {
    clearTimeout(this.#tryTimer);
    this.#triedAt = performance.now();
    this.#tryTimer = setTimeout(() => {
      this.#timeouts += 1;
      this.drop();
    }, timeoutMs);
  }

  #endTry(): number {
    clearTimeout(this.#tryTimer);
    const spentMs = this.#triedAt && performance.now() - this.#triedAt;
    this.#triedAt = 0;
    return spentMs;
  }

  #retry(cause?: Error): void {
    if (!this.#wasReady && performance.now() - this.#openedAt > FIRST_CONNECT_PATIENCE_MS) {
      return this.#fail(new VideoRoomError('server-unreachable', 'No connection to the server', { cause }));
    }
    const delayMs = this.#policy.delayMs(this.#attempt, this.#random(), this.#endTry());
    this.#attempt += 1;
    clearTimeout(this.#retryTimer);
    const timer = this.#log.with({ category: 'timer' });
    timer.debug('timer set', { for: 'reconnect', afterMs: delayMs });
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined;
      timer.debug('timer over', { for: 'reconnect' });
      this.#connect();
    }, delayMs);
  }

  #renewToken(renew: () => Promise<void>): void {
    this.#renewed = true;
    this.#endTry();
    this.#log.with({ category: 'decision' }).info('another token is asked for');
    renew().then(
      () => this.#closed || this.#connect(),
      (error: unknown) => !this.#closed && this.#fail(error as VideoRoomError),
    );
  }

  #fail(error: VideoRoomError): void {
    this.close();
    this.emit('failed', error);
  }
}
