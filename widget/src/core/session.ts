/**
 * What an element holds: own devices, the state, and at most one stay in a room at a time. No Lit, no document.
 */
import { DEVICE_SOURCES, type DeviceSource, type MediaSource, type ReadyMessage } from '@video-room/protocol';
import { LogBus, Logger } from '@video-room/log';
import { Calm } from './calm.js';
import { Emitter } from './emitter.js';
import type { MediaEngine } from './engine/media-engine.js';
import { VideoRoomError } from './errors.js';
import { LateMedia, type WatchedLinks } from './late-media.js';
import { loadEntry, type Entry } from './load-entry.js';
import { browserDevices } from './media/device-port.js';
import { LocalMedia } from './media/local-media.js';
import type { ShareOptions } from './media/local-screen.js';
import { muteOwn } from './mute-own.js';
import type { Page } from './page-watch.js';
import type { RoomConnection } from './room-connection.js';
import type { PassingMessage } from './room-connection-options.js';
import type { EntrySettings } from './room-entry.js';
import { RoomRequests } from './room-requests.js';
import type { JoinOptions, SessionEvents, SessionOptions } from './session-options.js';
import { INITIAL_STATE, reduce, sendingOf, type SessionAction, type SessionState } from './session-state.js';
import type { Fault } from './simulate.js';
import { originOf } from './signaling/server-origin.js';
import { SignalingClient } from './signaling/signaling-client.js';
import { peekClaims } from './token-claims.js';
import type { TokenSupply } from './token-renewal.js';
import type { Credentials } from './token-source.js';
import type { Views } from './views.js';

export class Session extends Emitter<SessionEvents> {
  /** Everything this session does, always recorded. */
  readonly bus: LogBus;
  /** Calls, answers and one's own choices. */
  readonly requests: RoomRequests;
  /** One's own devices. What they do shows in the state. */
  readonly media: LocalMedia;
  readonly #log: Logger;
  readonly #settings: EntrySettings;
  readonly #late: LateMedia;
  readonly #lifetime = new AbortController();
  readonly #calm = new Calm();
  #state: SessionState = INITIAL_STATE;
  #warm: SignalingClient | undefined;
  #room: RoomConnection | undefined;
  /** Ends the join that is waiting for its token. */
  #joining: AbortController | undefined;
  #name: string | undefined;
  /** Whether the camera is wanted once there is more than sound again. */
  #cameraLater = false;

  constructor(options: SessionOptions = {}) {
    super();
    this.bus = options.bus ?? new LogBus();
    this.#log = new Logger(this.bus, { category: 'session' });
    this.#settings = options;
    this.#late = new LateMedia({
      bus: this.bus,
      log: this.#log,
      state: () => this.#state,
      act: (action) => this.#act(action),
      display: options.display,
      onLoaded: () => this.requests.obey(),
    });
    this.media = new LocalMedia({ log: this.#log, devices: options.devices ?? browserDevices });
    this.media.on('device', ({ source, device }) => {
      this.#act({ type: 'device', source, device });
      this.#room?.setTrack(source, device.track ?? null);
      this.#room?.tellMedia();
    });
    this.requests = new RoomRequests({
      state: () => this.#state,
      setWanted: (source, wanted) => this.setWanted(source, wanted),
      allow: (sources) => this.#allow(sources),
      send: (type, payload) => this.#room?.request(type, payload) ?? Promise.resolve(undefined),
      onRefused: (error) => this.emit('refused', error),
    });
    // What the system had taken from an open device it may give back to a page that is in sight.
    const page: Page | undefined = options.page ?? globalThis.window;
    page?.addEventListener('visibilitychange', () => page.document?.hidden || this.media.wake(), this.#lifetime);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** While this is a promise, drawing would delay the first pictures; see calm.ts. */
  get calm(): Promise<void> | undefined {
    return this.#calm.wait;
  }

  /** Opens the transport while idle, so that `join` needs three round trips instead of five. */
  warm(serverUrl: string): void {
    if (this.#room || this.#joining) return;
    this.#signalingFor(serverUrl).warm();
    loadEntry().catch(() => undefined);
  }

  /** Enters the room. What comes of it shows in `state`. Does nothing while already there or on the way. */
  join({ serverUrl, token, name, currentToken }: JoinOptions): void {
    if (this.#room || this.#joining) return;
    this.#name = name;
    this.#act({ type: 'joining' });
    this.#log.info('joining');
    try {
      // First of all, as everything else can be done while the network is on its way.
      this.#signalingFor(serverUrl).warm();
    } catch (error) {
      return this.#giveUp(error);
    }
    const joining = (this.#joining = new AbortController());
    const source = typeof token === 'string' ? undefined : token;
    const asked: Credentials | Promise<Credentials> = source?.() ?? { token: token as string };
    Promise.all([loadEntry(), asked])
      .then(([entry, { token: first, serverUrl: url = serverUrl }]) => {
        if (!joining.signal.aborted) this.#enter(entry, url, { first, source, given: currentToken });
      })
      .catch((error: unknown) => joining.signal.aborted || this.#giveUp(error));
  }

  /** Leaves the room and closes the devices. */
  leave(): void {
    if (!this.#room && !this.#joining) return;
    this.#late.report();
    this.#room?.close(true);
    this.#end({ type: 'left', reason: 'left' });
  }

  /** Before joining: opens these of one's devices, if they are wanted, for oneself to see. Joining keeps them open. */
  preview(sources: readonly DeviceSource[]): void {
    this.requests.preview(sources);
  }

  /** Turns a device on or off; before joining, what to start with. Asking for one that failed tries it again. */
  setWanted(source: DeviceSource, wanted: boolean): void {
    if (source === 'camera' && this.#state.soundOnly) this.#cameraLater = wanted;
    else this.media.setWanted(source, wanted);
  }

  /** Takes and sends no pictures of cameras. Afterwards one's own is as it was wanted, by then or meanwhile. */
  setSoundOnly(on: boolean): void {
    if (on === this.#state.soundOnly) return;
    if (on) this.#cameraLater = this.#state.devices.camera.wanted;
    this.#act({ type: 'sound-only', on });
    this.media.setWanted('camera', !this.#state.soundOnly && this.#cameraLater);
    this.#late.show();
  }

  /** Shares a screen, which the person is asked to choose, or ends that. Within a gesture. */
  shareScreen(on: boolean, options?: ShareOptions): void {
    this.#late.share(on, options);
  }

  /** Asks for another screen to share instead. Within a gesture. */
  switchScreen(): void {
    this.#late.switchScreen();
  }

  /** The page has changed the token it gives. */
  tokenGiven(): void {
    this.#room?.tokenGiven();
  }

  setName(name: string): void {
    this.#name = name;
    void this.#room?.request('update', { name });
  }

  /** What sends now, over all links, for statistics. */
  senders(): RTCRtpSender[] {
    return this.#room?.senders() ?? [];
  }

  /** What the links did lately, and what both ends say of them. */
  get links(): WatchedLinks {
    return this.#late;
  }

  /** How large the others are shown, so that they send no more than is seen. */
  setViews(views: Views): void {
    this.#late.show(views);
  }

  /** What may be sent to all others together, in bits per second. */
  setBudget(bps: number): void {
    this.#late.setBudget(bps);
  }

  /** Plays a fault of the network or the server, in a room. */
  simulate(fault: Fault): void {
    this.#room?.simulate(fault);
  }

  /** Ends everything: tracks, sockets, peer connections, timers. */
  close(): void {
    this.leave();
    this.#warm?.close();
    this.media.allow([]);
    this.#lifetime.abort();
  }

  #enter({ enterRoom }: Entry, url: string, tokens: TokenSupply): void {
    this.#joining = undefined;
    this.#calm.disturb('ready');
    const { seat, publish } = peekClaims(tokens.first);
    const signaling = this.#signalingFor(url);
    this.#warm = undefined;
    const { room, engine } = enterRoom({
      signaling,
      seat,
      tokens,
      settings: this.#settings,
      log: this.#log,
      state: () => this.#state,
      self: () => ({
        media: sendingOf(this.#state),
        choices: this.requests.choices,
        ...(this.#name && { name: this.#name }),
      }),
    });
    engine.on('link', ({ peer, phase }) =>
      phase === 'connecting' ? this.#calm.disturb(peer) : this.#calm.settle(peer),
    );
    engine.on('negotiated', ({ peer }) => this.#calm.settle(peer));
    for (const kind of DEVICE_SOURCES) engine.setTrack(kind, this.#state.devices[kind].track ?? null);
    this.#room = room;
    room.on('action', (action) => {
      if (isEnd(action)) return this.#end(action);
      this.#act(action);
      if (action.type === 'ready') void this.#loadLate(room, engine, action.ready);
    });
    room.on('hiding', () => this.#late.report());
    room.on('passing', (message) => this.#pass(message));
    room.on('server-changed', (change) => this.emit('server-changed', change));
    this.requests.enter(publish.length > 0);
  }

  async #loadLate(room: RoomConnection, engine: MediaEngine, ready: ReadyMessage): Promise<void> {
    const sinceMs = performance.now();
    await this.calm;
    if (this.#room === room) await this.#late.load({ engine, room, ready, sinceMs });
  }

  #pass(message: PassingMessage): void {
    const isMute = message.type === 'moderated' && message.payload.act === 'mute';
    if (!isMute || muteOwn(message.payload.source, this)) this.emit('passing', message);
  }

  #giveUp(cause: unknown): void {
    const error = cause instanceof VideoRoomError ? cause : new VideoRoomError('internal', String(cause), { cause });
    this.#end({ type: 'failed', error });
  }

  #end(action: SessionAction): void {
    this.#joining?.abort();
    this.#joining = undefined;
    this.#room = undefined;
    this.#late.close();
    this.#calm.settle();
    this.#allow([]);
    this.#log.info(action.type);
    this.#act(action);
  }

  #allow(sources: readonly MediaSource[]): void {
    this.media.allow(DEVICE_SOURCES.filter((source) => sources.includes(source)));
    this.#late.allow(sources);
  }

  /** The transport to a server: the one that is warm, if it leads there. */
  #signalingFor(serverUrl: string): SignalingClient {
    const origin = originOf(serverUrl);
    if (this.#warm?.url === origin) return this.#warm;
    this.#warm?.close();
    return (this.#warm = new SignalingClient(origin, { log: this.#log }));
  }

  #act(action: SessionAction): void {
    const previous = this.#state;
    this.#state = reduce(previous, action);
    const ready = action.type === 'ready';
    if (ready) this.#calm.settle('ready');
    if (this.#state !== previous) this.emit('state', { state: this.#state, previous });
    if (action.type === 'screen') this.#room?.tellMedia();
    else if (action.type !== 'device') this.requests.obey(ready);
  }
}

const isEnd = ({ type }: SessionAction) => type === 'failed' || type === 'left';
