/** The socket, in and out: who comes in, the `ready` they get, who goes. Decides nothing by itself. */
import { Inject, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { Calls } from '@video-room/calls';
import { Chat } from '@video-room/chat';
import {
  LIMITS,
  PROTOCOL_VERSION,
  ProtocolError,
  type ReadyMessage,
  type RoomRecord,
  type TimelineLimits,
} from '@video-room/protocol';
import { Rooms, type RoomSnapshot } from '@video-room/rooms';
import type { ServerOptions } from 'socket.io';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Happenings } from '../metrics/happenings.js';
import { VERSION } from '../project.js';
import { SERVER_SETUP, type ServerSetup } from '../server-setup.js';
import { Admission } from './admission.js';
import { Announcer } from './announcer.js';
import { CallDelivery } from './call-delivery.js';
import { ChatDelivery } from './chat-delivery.js';
import { Directory } from './directory.js';
import { Dispatcher } from './dispatcher.js';
import { toConnectError } from './error-reply.js';
import { sayGoodbye } from './farewell.js';
import { HEARTBEAT, silenceBefore } from './heartbeat.js';
import { HeldSignals } from './held-signals.js';
import { IceRenewal } from './ice-renewal.js';
import { SeatNotes } from './seat-notes.js';
import { audienceOf, noteLink, type SignalingServer, type SignalingSocket } from './signaling-socket.js';
import { SlowReaders } from './slow-readers.js';
import { SocketCounts } from './socket-counts.js';
import { TimelineNotes } from './timeline-notes.js';
import { TransportGate } from './transport-gate.js';
import { TokenTerms } from './token-terms.js';

const OPTIONS: Partial<ServerOptions> = {
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: LIMITS.messageBytes,
  perMessageDeflate: false,
  httpCompression: false,
  ...HEARTBEAT,
};

const TIMELINE_LIMITS: TimelineLimits = {
  lines: LIMITS.loggedLines,
  bytes: LIMITS.loggedBytes,
  batchesPerMinute: LIMITS.logsPerMinute,
};

/** Tells clients whether they came back to the same process. */
const STARTED_AT = Date.now();

@WebSocketGateway(OPTIONS)
export class SignalingGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, BeforeApplicationShutdown
{
  @WebSocketServer() private readonly server!: SignalingServer;
  #isStopping = false;

  constructor(
    private readonly rooms: Rooms,
    private readonly calls: Calls,
    private readonly chat: Chat,
    private readonly admission: Admission,
    private readonly dispatcher: Dispatcher,
    private readonly announcer: Announcer,
    private readonly callDelivery: CallDelivery,
    private readonly chatDelivery: ChatDelivery,
    private readonly notes: SeatNotes,
    private readonly directory: Directory,
    private readonly held: HeldSignals,
    private readonly gate: TransportGate,
    private readonly slowReaders: SlowReaders,
    private readonly counts: SocketCounts,
    private readonly happenings: Happenings,
    private readonly timelineNotes: TimelineNotes,
    private readonly iceRenewal: IceRenewal,
    private readonly tokenTerms: TokenTerms,
    @Inject(SERVER_SETUP) private readonly setup: ServerSetup,
    @Inject(SERVER_LOG) private readonly log: ServerLog,
  ) {}

  afterInit(server: SignalingServer): void {
    server.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => {
          const refusal = toConnectError(error, this.log);
          this.happenings.emit('refused', 'connect', refusal.data.code);
          next(refusal);
          if (!this.admission.isTaken(socket.conn)) this.gate.unseated(socket.conn);
        },
      );
    });
    this.announcer.start(server);
    this.callDelivery.start(this.rooms);
    this.chatDelivery.start(server);
    this.rooms.on('admitted', ({ session }) => {
      const socket = server.sockets.sockets.get(session);
      if (!socket) return;
      // Before a resume key is made, which says so.
      socket.data.holder.admitted = true;
      this.directory.remove(socket);
      this.#welcomeOrEnd(socket);
    });
    this.gate.start(server);
    this.slowReaders.start(server);
    this.counts.start(server);
    this.timelineNotes.start();
    this.tokenTerms.start(server);
  }

  handleConnection(socket: SignalingSocket): void {
    this.dispatcher.attach(socket);
    this.tokenTerms.watch(socket);
    this.#welcomeOrEnd(socket);
  }

  handleDisconnect(socket: SignalingSocket, reason?: string): void {
    this.gate.unseated(socket.conn);
    this.directory.remove(socket);
    this.iceRenewal.end(socket);
    if (this.#isStopping) return;
    this.rooms.disconnect(socket.data.holder, silenceBefore(reason)).catch((error: unknown) => {
      this.log.error({ err: error }, 'a lost connection could not be noted');
    });
  }

  /** Tells everybody, then waits until they have taken it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    this.rooms.close();
    this.calls.close();
    await sayGoodbye(this.server);
  }

  async #admit(socket: SignalingSocket): Promise<void> {
    if (this.#isStopping) throw new ProtocolError('server-stopping', 'The server is stopping; come back shortly.');
    try {
      await this.admission.admit(socket);
    } catch (error) {
      if (error instanceof ProtocolError) {
        this.log.info({ code: error.code, reason: reasonOf(error) }, 'refused to let somebody in');
      }
      throw error;
    }
  }

  #welcomeOrEnd(socket: SignalingSocket): void {
    this.#welcome(socket).catch((error: unknown) => {
      this.log.error({ err: error }, 'a participant could not be welcomed');
      socket.disconnect(true);
    });
  }

  /** Gives the whole truth to somebody who came, came back, or was let in. */
  async #welcome(socket: SignalingSocket): Promise<void> {
    const { holder } = socket.data;
    const isSeated = await this.callDelivery.welcome(socket, async (calls) => {
      const resumeKey = await this.notes.keyOf(socket);
      return this.chat.look(holder.room, socket.data.identity, (messages) =>
        this.rooms.look(holder, (snapshot) => {
          if (!socket.connected) return;
          holder.admitted = snapshot.admitted;
          for (const link of snapshot.links) noteLink(socket.data, link);
          this.timelineNotes.welcomed(socket, snapshot);
          // Whoever waits has nobody to reach, and may never be let in: no credentials for relays.
          const needsRelay = snapshot.room.relayOnly === true || snapshot.links.some(({ relayOnly }) => relayOnly);
          const iceServers = snapshot.admitted ? this.iceRenewal.begin(socket, needsRelay) : [];
          socket.emit('ready', this.#ready(snapshot, { resumeKey, calls, messages, iceServers }));
          this.#noteWelcome(socket, snapshot.room);
          if (snapshot.admitted) void socket.join(audienceOf(holder.room));
          this.directory.add(socket);
        }),
      );
    });
    if (!isSeated) return void socket.disconnect(true);
    await this.held.deliver(socket);
    this.log.info({ room: holder.room, participant: holder.participant, admitted: holder.admitted }, 'joined');
  }

  /** A second `ready` on the same socket, for somebody who was let in, says nothing of how long coming in takes. */
  #noteWelcome({ data }: SignalingSocket, { kind }: RoomRecord): void {
    if (data.connectedAt === undefined) return;
    this.happenings.emit('welcomed', { kind, afterMs: performance.now() - data.connectedAt });
    // Not deleted: objects that lose a field take twice the memory.
    data.connectedAt = undefined;
  }

  #ready(
    { room, admitted, you, participants, links }: RoomSnapshot,
    own: Pick<ReadyMessage, 'resumeKey' | 'calls' | 'messages' | 'iceServers'>,
  ): ReadyMessage {
    return {
      protocol: PROTOCOL_VERSION,
      server: { version: VERSION, startedAt: STARTED_AT },
      engine: 'mesh',
      room,
      admitted,
      you: you.id,
      participants,
      links,
      ...own,
      messages: admitted ? own.messages : [],
      ...(this.setup.metrics && { reports: true as const }),
      ...(admitted && room.timeline && { timeline: TIMELINE_LIMITS }),
    };
  }
}

/** Why a token was refused, for the log alone. Errors of the checks name what is wrong, not what was given. */
const reasonOf = ({ cause }: ProtocolError) => (cause instanceof Error ? cause.message.slice(0, 300) : undefined);
