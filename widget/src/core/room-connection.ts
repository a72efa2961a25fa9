/**
 * One stay in a room: the socket, the links and the seat, from join to leave. It turns the server's messages into
 * actions for the state and into wanted links for the engine. `ready` is the whole truth, so coming back after a loss is
 * the same path as coming in. It ends once and is never used again.
 */
import type {
  ClientMessages,
  ConnectAuth,
  LinkId,
  LinkRecord,
  MediaSource,
  MediaState,
  ParticipantId,
  ReadyMessage,
  Reply,
  SignalMessage,
} from '@video-room/protocol';
import { MEDIA_SOURCES, PROTOCOL_VERSION } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Absentees, type RoomKnowledge } from './absentees.js';
import type { ConnectionCare } from './connection-care.js';
import { Emitter } from './emitter.js';
import { VideoRoomError } from './errors.js';
import { QuietLoss } from './quiet-loss.js';
import type { RoomConnectionEvents, RoomConnectionOptions } from './room-connection-options.js';
import type { SessionAction } from './session-state.js';
import { simulate, type Fault } from './simulate.js';
import type { SignalingEvents } from './signaling/signaling-client.js';
import { logReceived } from './signaling/log-received.js';
import { QUIET_MESSAGES } from './signaling/quiet-messages.js';
import { sendSignal } from './signaling/send-signal.js';
import { wantedLinks } from './wanted-links.js';

export class RoomConnection extends Emitter<RoomConnectionEvents> {
  readonly #options: RoomConnectionOptions;
  readonly #log: Logger;
  readonly #links = new Map<LinkId, LinkRecord>();
  readonly #absentees: Absentees;
  readonly #lifetime = new AbortController();
  #care: ConnectionCare | undefined;
  readonly #loss: QuietLoss;
  #server: ReadyMessage['server'] | undefined;
  #toldMedia: MediaState | undefined;
  #closed = false;

  constructor(options: RoomConnectionOptions) {
    super();
    this.#options = options;
    const { engine, signaling } = options;
    this.#log = options.log.with({ category: 'signal' });
    this.#absentees = new Absentees({
      onGone: (id) => this.#giveUp(id),
      isConnected: (id) => options.state().links.get(id) === 'connected',
      log: this.#log,
    });
    signaling.on('message', (message) => this.#onMessage(message));
    this.#loss = new QuietLoss(() => this.#act({ type: 'connection-lost' }), options.quietLossMs);
    const { signal } = this.#lifetime;
    options.page?.addEventListener('pagehide', () => this.#announceReturn(), { signal, capture: true });
    void this.#takeCare();
    signaling.on('lost', ({ silentMs }) => this.#onLost(silentMs));
    signaling.on('failed', (error) => this.#onFailed(error));
    engine.on('signal', (signal) => this.#sendSignal(signal));
    engine.on('link', ({ peer, phase }) => this.#act({ type: 'link', peer, phase }));
    engine.on('relay', ({ missing }) => {
      const error = missing ? new VideoRoomError('relay-unreachable', 'No relay can be reached') : undefined;
      this.#act({ type: 'relay', error });
    });
    engine.on('track', ({ peer, source, track }) => this.#act({ type: 'track', peer, source, track }));
    signaling.open({ auth: () => this.#auth(), renew: () => options.renewal.replace() });
  }

  setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
    this.#options.engine.setTrack(source, track);
  }

  /** Tells the others what one sends now; silent if nothing changed. */
  tellMedia(): void {
    const { media } = this.#options.self();
    const told = this.#toldMedia;
    if (!media || MEDIA_SOURCES.every((source) => told?.[source] === media[source])) return;
    if (this.#options.state().phase !== 'joined') return;
    this.#toldMedia = media;
    void this.request('update', { media });
  }

  /** Sends a message; without a reply it was not sent, or the socket was lost before the reply. */
  async request<Name extends keyof ClientMessages>(
    type: Name,
    payload: ClientMessages[Name],
  ): Promise<Reply | undefined> {
    const log = QUIET_MESSAGES.has(type) ? undefined : this.#log;
    log?.debug(`${type} sent`);
    const reply = await this.#options.signaling.request(type, payload);
    if (!reply) log?.warn(`${type} not acknowledged`);
    else if (!reply.ok) log?.warn(`${type} refused`, { code: reply.error.code });
    return reply;
  }

  /** What sends now, over all links. */
  senders(): RTCRtpSender[] {
    return this.#options.engine.sent().map(({ sender }) => sender);
  }

  /** The page may have given another token. */
  tokenGiven(): void {
    this.#options.renewal.offered();
  }

  /** Loaded beside what coming in needs. Without it a dead connection is noticed later; each `ready` is a chance to get it. */
  async #takeCare(): Promise<void> {
    try {
      const { ConnectionCare } = await import('./connection-care.js');
      if (this.#closed || this.#care) return;
      this.#care = new ConnectionCare({ ...this.#options, log: this.#log });
    } catch (error) {
      this.#log.error('connection care not loaded', { error: String(error) });
    }
  }

  /** The page goes away and may come back at once. */
  #announceReturn(): void {
    this.emit('hiding', undefined);
    this.#log.debug('leave sent', { returning: true });
    this.#options.signaling.send('leave', { returning: true });
  }

  /** Plays a fault, as it would be. */
  simulate(fault: Fault): void {
    this.#log.with({ category: 'decision' }).warn('fault simulated', { fault });
    const forgetServer = () => {
      if (this.#server) this.#server = { ...this.#server, startedAt: NaN };
    };
    simulate(fault, { ...this.#options, forgetServer });
  }

  /** @param giveUpSeat true when the person leaves; false when another page has the seat or the server refused. */
  close(giveUpSeat: boolean): void {
    if (this.#closed) return;
    this.#closed = true;
    const { engine, signaling, seat, renewal } = this.#options;
    this.#absentees.close();
    renewal.close();
    this.#lifetime.abort();
    this.#care?.close();
    this.#loss.found();
    if (giveUpSeat) this.#log.debug('leave sent');
    signaling.close(giveUpSeat ? {} : undefined);
    engine.close();
    if (giveUpSeat) seat.forget();
    seat.release();
  }

  #auth(): ConnectAuth {
    const { seat, instance, self, renewal } = this.#options;
    const { token } = renewal;
    const own = self();
    this.#toldMedia = own.media;
    // As soon as this is on its way: the server takes as long to answer as the engine to prepare.
    setTimeout(() => this.#closed || this.#options.engine.prepare());
    return {
      ...own,
      token,
      protocol: PROTOCOL_VERSION,
      instance,
      ...(seat.resumeKey && { resumeKey: seat.resumeKey }),
    };
  }

  #onMessage(message: SignalingEvents['message']): void {
    logReceived(this.#log, message);
    switch (message.type) {
      case 'ready':
        return this.#onReady(message.payload);
      case 'participant': {
        const { id, connection } = message.payload;
        const before = this.#options.state().participants.get(id)?.connection;
        this.#absentees.arrived(id);
        this.#act({ type: 'participant', participant: message.payload });
        this.#applyLinks();
        if (before === 'away' && connection === 'online') this.#options.engine.resend(id);
        return;
      }
      case 'link': {
        const link = message.payload;
        if (link.state === 'open') this.#links.set(link.id, link);
        else this.#links.delete(link.id);
        return this.#applyLinks();
      }
      case 'signal':
        return this.#options.engine.receive(message.payload);
      case 'ice':
        this.#options.engine.setIceServers(message.payload.iceServers);
        return this.#act({ type: 'ice', ...message.payload });
      case 'room':
        return this.#act({ type: 'room', room: message.payload });
      case 'call':
        return this.#act({ type: 'call', call: message.payload });
      case 'chat':
        return this.#act({ type: 'chat', messages: [message.payload] });
      case 'reaction':
      case 'data':
      case 'moderated':
        return this.emit('passing', message);
      case 'token-expiring':
        // The page is told first: it may have another token at hand.
        this.emit('passing', message);
        return void this.#options.renewal.renew();
      case 'seat':
        return this.#options.seat.keep(message.payload.resumeKey);
      case 'refused':
        return;
      case 'goodbye': {
        const { reason, message: words } = message.payload;
        if (reason === 'server-stopping' || reason === 'too-slow') return;
        // The other page has the key of a seat that was taken over; any other seat is no more.
        if (reason !== 'replaced') this.#options.seat.forget();
        if (reason === 'token-expired' && this.#options.renewal.canComeBack) return;
        return this.#end({ type: 'left', reason, message: words });
      }
      default:
        // A newer server may say more than this client knows.
        return message satisfies never;
    }
  }

  #onReady(ready: ReadyMessage): void {
    const { engine, seat } = this.#options;
    const { version } = ready.server;
    if (!this.#care) void this.#takeCare();
    const again = this.#server !== undefined;
    this.#log.info('ready', { room: ready.room.name, people: ready.participants.length, server: version, again });
    this.#loss.found();
    seat.keep(ready.resumeKey);
    this.#options.renewal.arrived();
    engine.setIceServers(ready.iceServers);
    engine.setSignaling(true);
    const restarted = again && this.#server?.startedAt !== ready.server.startedAt;
    const { participants, links } = this.#absentees.receive(ready, this.#known(), restarted);
    this.#links.clear();
    for (const link of links) this.#links.set(link.id, link);
    this.#act({ type: 'ready', ready: { ...ready, participants: [...participants] } });
    this.#applyLinks();
    if (again) for (const link of ready.links) engine.resend(link.peer);
    this.tellMedia();
    const from = this.#server?.version;
    this.#server = ready.server;
    if (from !== undefined && from !== version) this.emit('server-changed', { from, to: version });
  }

  #known(): RoomKnowledge {
    return { participants: [...this.#options.state().participants.values()], links: [...this.#links.values()] };
  }

  /** Somebody the restarted server does not know did not come back. */
  #giveUp(id: ParticipantId): void {
    const participant = this.#options.state().participants.get(id);
    for (const link of this.#links.values()) if (link.peer === id) this.#links.delete(link.id);
    if (participant) {
      this.#act({ type: 'participant', participant: { ...participant, connection: 'left', leaveReason: 'lost' } });
    }
    this.#applyLinks();
  }

  #onLost(silentMs: number): void {
    this.#options.engine.setSignaling(false);
    if (this.#server) this.#loss.lost(silentMs);
  }

  #onFailed(error: VideoRoomError): void {
    this.#end({ type: 'failed', error });
  }

  #applyLinks(): void {
    const { you, participants } = this.#options.state();
    if (you) this.#options.engine.setLinks(wantedLinks(this.#links.values(), participants, you));
  }

  #sendSignal(signal: SignalMessage): void {
    const { signaling, engine } = this.#options;
    const person = this.#links.get(signal.link)?.peer;
    sendSignal(signal, { signaling, log: this.#log, person, resend: (peer) => engine.resend(peer) });
  }

  #end(action: SessionAction): void {
    this.close(false);
    this.emit('action', action);
  }

  #act(action: SessionAction): void {
    if (!this.#closed) this.emit('action', action);
  }
}
